package clinic.portal.persistence.login;

import clinic.portal.core.shared.Secrets;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * Randomness and keys from the JDK.
 *
 * <p>Sealed: one byte of version, one of the length of the key's name, the name, 12 bytes of nonce, the AES-256-GCM
 * ciphertext with its tag. Version, name and context are authenticated with it.
 *
 * <p>Keys are rotated in two steps: first every instance learns to open with the new key (last in the list), then it
 * moves to the front. The six digits are hashed with the first key alone, for a digest to be looked up has to be the
 * same everywhere: in the ten minutes round the second step codes may not fit. The link in the same message does.
 */
public final class JcaSecrets implements Secrets {
    private static final byte VERSION = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final String currentKid;
    private final SecretKey codeKey;
    private final Map<String, SecretKey> sealingKeys = new HashMap<>();

    /** @param keys the first seals and hashes, all open */
    public JcaSecrets(List<SealingKey> keys) {
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("At least one sealing key is needed");
        }
        currentKid = keys.getFirst().kid();
        codeKey = derive(keys.getFirst(), "login-code", "HmacSHA256");
        for (SealingKey key : keys) {
            if (sealingKeys.put(key.kid(), derive(key, "seal", "AES")) != null) {
                throw new IllegalArgumentException("Two sealing keys are called " + key.kid());
            }
        }
    }

    @Override
    public String token() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(randomBytes(32));
    }

    @Override
    public String code() {
        return "%06d".formatted(random.nextInt(1_000_000));
    }

    @Override
    public byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public byte[] keyedHash(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(codeKey);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public byte[] seal(String text, String context) {
        byte[] header = header(currentKid);
        byte[] nonce = randomBytes(NONCE_BYTES);
        try {
            var cipher = cipher(Cipher.ENCRYPT_MODE, keyCalled(currentKid).orElseThrow(), nonce, header, context);
            byte[] hidden = cipher.doFinal(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.allocate(header.length + nonce.length + hidden.length)
                    .put(header)
                    .put(nonce)
                    .put(hidden)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Optional<String> open(byte[] sealed, String context) {
        if (sealed.length < 2 || sealed[0] != VERSION || sealed.length < 2 + sealed[1] + NONCE_BYTES || sealed[1] < 1) {
            return Optional.empty();
        }
        var rest = ByteBuffer.wrap(sealed);
        byte[] header = take(rest, 2 + sealed[1]);
        byte[] nonce = take(rest, NONCE_BYTES);
        byte[] hidden = take(rest, rest.remaining());
        var kid = new String(header, 2, header.length - 2, StandardCharsets.US_ASCII);
        return keyCalled(kid).flatMap(key -> open(key, header, nonce, hidden, context));
    }

    private static Optional<String> open(SecretKey key, byte[] header, byte[] nonce, byte[] hidden, String context) {
        try {
            byte[] text =
                    cipher(Cipher.DECRYPT_MODE, key, nonce, header, context).doFinal(hidden);
            return Optional.of(new String(text, StandardCharsets.UTF_8));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, byte[] header, String context)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(header);
        cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private Optional<SecretKey> keyCalled(String kid) {
        return Optional.ofNullable(sealingKeys.get(kid));
    }

    private static byte[] header(String kid) {
        byte[] name = kid.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(2 + name.length)
                .put(VERSION)
                .put((byte) name.length)
                .put(name)
                .array();
    }

    private static byte[] take(ByteBuffer from, int length) {
        byte[] taken = new byte[length];
        from.get(taken);
        return taken;
    }

    private byte[] randomBytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    /** One secret, two uses, two keys: what is done with the one tells nothing of the other. */
    private static SecretKey derive(SealingKey from, String use, String algorithm) {
        try {
            var parameters = HKDFParameterSpec.ofExtract()
                    .addIKM(from.secret())
                    .thenExpand(("client-portal " + use).getBytes(StandardCharsets.UTF_8), 32);
            return KDF.getInstance("HKDF-SHA256").deriveKey(algorithm, parameters);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
