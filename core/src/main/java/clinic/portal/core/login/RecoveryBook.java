package clinic.portal.core.login;

import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.Secrets;
import clinic.portal.core.shared.StaffId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Recovery codes as people hold them: sixteen letters and digits in four groups, 80 bits each. */
public final class RecoveryBook {
    public static final int HOW_MANY = 10;
    private static final int BYTES = 10;
    private static final int GROUP = 4;

    private final RecoveryCodes codes;
    private final Secrets secrets;

    public RecoveryBook(RecoveryCodes codes, Secrets secrets) {
        this.codes = codes;
        this.secrets = secrets;
    }

    /** New ones in place of all there were. To be shown once; nobody can read them again. */
    public List<String> write(ClinicId clinic, StaffId member) {
        var fresh = new ArrayList<String>();
        while (fresh.size() < HOW_MANY) {
            fresh.add(grouped(Base32.write(Arrays.copyOf(secrets.hash(secrets.token()), BYTES))));
        }
        codes.replace(
                clinic,
                member,
                fresh.stream().map(code -> hash(clinic, member, code)).toList());
        return fresh;
    }

    /** Crosses one out; false where it is none, or is crossed out. However it is grouped, and in small letters too. */
    boolean crossOut(ClinicId clinic, StaffId member, String typed) {
        return codes.use(clinic, member, hash(clinic, member, typed));
    }

    /** Not the keyed hash: that one changes with the keys, and a code lies in a drawer for years. */
    private byte[] hash(ClinicId clinic, StaffId member, String code) {
        String bare = code.replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT);
        return secrets.hash("recovery-code %s %s %s".formatted(clinic.value(), member.value(), bare));
    }

    private static String grouped(String code) {
        return code.replaceAll("(.{" + GROUP + "})(?=.)", "$1-").toLowerCase(Locale.ROOT);
    }
}
