package clinic.portal.app.world;

import clinic.portal.persistence.login.JavaOtpTimeCodes;
import java.math.BigInteger;
import java.time.Instant;

/** A phone that shows codes, by the standard and by this machine's clock. */
public final class Authenticator {
    private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int KEY_BYTES = 20;
    private static final int STEP_SECONDS = 30;

    private final byte[] key = new byte[KEY_BYTES];
    private Instant latest = Instant.EPOCH;

    /** @param secret in base32 */
    public Authenticator(String secret) {
        var number = BigInteger.ZERO;
        for (char digit : secret.toCharArray()) {
            number = number.shiftLeft(5).or(BigInteger.valueOf(DIGITS.indexOf(digit)));
        }
        byte[] bytes = number.toByteArray();
        int length = Math.min(KEY_BYTES, bytes.length);
        System.arraycopy(bytes, bytes.length - length, key, KEY_BYTES - length, length);
    }

    /** One that was not shown yet, so that nobody has to wait for the next: the one before, now, or the one after. */
    public String code() {
        var earliest = Instant.now().minusSeconds(STEP_SECONDS);
        var next = latest.plusSeconds(STEP_SECONDS);
        latest = next.isBefore(earliest) ? earliest : next;
        return new JavaOtpTimeCodes().at(key, latest);
    }
}
