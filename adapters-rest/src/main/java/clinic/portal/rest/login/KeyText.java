package clinic.portal.rest.login;

import clinic.portal.core.shared.ClinicId;
import clinic.portal.rest.shared.ClinicSecret;
import java.util.Optional;

/** API keys as programs carry them: a mark that secret scanners can look for, then whose it is, then the secret. */
final class KeyText {
    private static final String MARK = "cpk_";

    private KeyText() {}

    static boolean isOne(String text) {
        return text.startsWith(MARK);
    }

    static Optional<ClinicSecret> read(String text) {
        return ClinicSecret.read(text.substring(MARK.length()));
    }

    static String write(ClinicId clinic, String secret) {
        return MARK + new ClinicSecret(clinic, secret).write();
    }
}
