package clinic.portal.core.login;

import clinic.portal.core.login.SecondFactors.Factor;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.Secrets;
import clinic.portal.core.shared.StaffId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Second factors: time codes of a phone, or a recovery code (SECURITY S20). */
public final class SecondFactorKeeping {
    private static final int KEY_BYTES = 20;
    /** A phone's clock may be off by as many steps either way. */
    private static final int LEEWAY = 1;

    private static final Pattern TIME_CODE = Pattern.compile("[0-9]{6}");

    private final SecondFactors factors;
    private final TimeCodes codes;
    private final RecoveryBook recovery;
    private final Secrets secrets;
    private final Clock clock;

    public SecondFactorKeeping(
            SecondFactors factors, TimeCodes codes, RecoveryBook recovery, Secrets secrets, Clock clock) {
        this.factors = factors;
        this.codes = codes;
        this.recovery = recovery;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * A new key, in base32, that counts once it is confirmed.
     *
     * @throws SecondFactorOn where one is in force
     */
    public String begin(ClinicId clinic, StaffId member) {
        byte[] key = Arrays.copyOf(secrets.hash(secrets.token()), KEY_BYTES);
        if (!factors.begin(clinic, member, seal(clinic, member, key))) {
            throw new SecondFactorOn();
        }
        return Base32.write(key);
    }

    /**
     * Puts the key in force that was begun with.
     *
     * @return false where the code is not what a phone with that key shows
     * @throws SecondFactorOn where one is in force
     * @throws SecondFactorOff where none was begun
     */
    public boolean confirm(ClinicId clinic, StaffId member, String code) {
        var begun = factors.find(clinic, member).orElseThrow(SecondFactorOff::new);
        if (begun.confirmed()) {
            throw new SecondFactorOn();
        }
        var step = open(clinic, member, begun).map(key -> stepOf(key, code)).orElseGet(OptionalLong::empty);
        if (step.isEmpty()) {
            return false;
        }
        if (factors.confirm(clinic, member, step.getAsLong(), begun.sealed())) {
            return true;
        }
        if (factors.find(clinic, member).filter(Factor::confirmed).isPresent()) {
            throw new SecondFactorOn();
        }
        // Begun with anew meanwhile: the code is not that key's.
        return false;
    }

    /** Whether this is the second factor of a member who has one; if so, it is used up. */
    public boolean accepts(ClinicId clinic, StaffId member, String code) {
        return factors.find(clinic, member)
                .filter(Factor::confirmed)
                .filter(factor -> accepts(clinic, member, factor, code))
                .isPresent();
    }

    /** What to make of what a member sent at login, or did not send. */
    Answer answer(ClinicId clinic, StaffId member, @Nullable String code) {
        var factor = factors.find(clinic, member).filter(Factor::confirmed);
        if (factor.isEmpty()) {
            return Answer.NOT_ASKED;
        }
        if (code == null) {
            return Answer.MISSING;
        }
        return accepts(clinic, member, factor.get(), code) ? Answer.RIGHT : Answer.WRONG;
    }

    private boolean accepts(ClinicId clinic, StaffId member, Factor factor, String code) {
        String typed = code.strip();
        if (!TIME_CODE.matcher(typed).matches()) {
            return recovery.crossOut(clinic, member, typed);
        }
        // What was sealed with keys that have been retired cannot be read any more; the recovery codes still serve.
        var key = open(clinic, member, factor);
        var step = key.map(shared -> stepOf(shared, typed)).orElseGet(OptionalLong::empty);
        // Sealed anew each time, so that it moves on to the newest key.
        return step.isPresent()
                && factors.useStep(clinic, member, step.getAsLong(), seal(clinic, member, key.orElseThrow()));
    }

    /** All steps that may be are compared, and each in full: the time it takes says nothing of the digits. */
    private OptionalLong stepOf(byte[] key, String code) {
        long now = Math.floorDiv(clock.instant().getEpochSecond(), TimeCodes.STEP_SECONDS);
        var found = OptionalLong.empty();
        for (long step = now - LEEWAY; step <= now + LEEWAY; step++) {
            String right = codes.at(key, Instant.ofEpochSecond(step * TimeCodes.STEP_SECONDS));
            if (MessageDigest.isEqual(bytes(right), bytes(code))) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    private byte[] seal(ClinicId clinic, StaffId member, byte[] key) {
        return secrets.seal(Base32.write(key), context(clinic, member));
    }

    private Optional<byte[]> open(ClinicId clinic, StaffId member, Factor factor) {
        return secrets.open(factor.sealed(), context(clinic, member)).map(Base32::read);
    }

    private static String context(ClinicId clinic, StaffId member) {
        return "second-factor " + clinic.value() + " " + member.value();
    }

    private static byte[] bytes(String code) {
        return code.getBytes(StandardCharsets.UTF_8);
    }

    enum Answer {
        NOT_ASKED,
        RIGHT,
        MISSING,
        WRONG
    }
}
