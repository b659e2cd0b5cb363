package clinic.portal.persistence.login;

import java.util.Arrays;

/**
 * A key that is told apart from others by its name.
 *
 * @param kid 1 to 32 of a–z, A–Z, 0–9, dash and underscore; it stands before everything the key has sealed
 * @param secret at least 32 random bytes
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record SealingKey(String kid, byte[] secret) {
    public SealingKey {
        if (!kid.matches("[A-Za-z0-9_-]{1,32}")) {
            throw new IllegalArgumentException("A key's name is 1 to 32 letters, digits, dashes or underscores");
        }
        if (secret.length < 32) {
            throw new IllegalArgumentException("A key needs at least 32 bytes");
        }
        secret = Arrays.copyOf(secret, secret.length);
    }

    @Override
    public String toString() {
        return "SealingKey[" + kid + "]";
    }
}
