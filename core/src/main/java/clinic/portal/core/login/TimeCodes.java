package clinic.portal.core.login;

import java.time.Instant;

/** Six digits that change with time, as phones show them (RFC 6238, HMAC-SHA-1, steps of 30 seconds). */
public interface TimeCodes {
    /** How long each is shown. */
    int STEP_SECONDS = 30;

    /** @param key the secret shared with the phone, 20 bytes */
    String at(byte[] key, Instant moment);
}
