package clinic.portal.core.shared;

import java.util.Optional;

/** Randomness and keys. */
public interface Secrets {
    /** 256 bits from a cryptographic source, as 43 characters of unpadded base64url. */
    String token();

    /** Six digits, each value as likely as any other. */
    String code();

    /** SHA-256. */
    byte[] hash(String token);

    /** A digest that nobody without our key can make: HMAC-SHA-256. */
    byte[] keyedHash(String text);

    /** Encrypts for later reading by us alone; {@code context} must be the same at opening. */
    byte[] seal(String text, String context);

    /** Nothing where it was tampered with, has another context, or its key has been retired. */
    Optional<String> open(byte[] sealed, String context);
}
