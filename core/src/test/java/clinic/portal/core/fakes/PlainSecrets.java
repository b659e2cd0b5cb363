package clinic.portal.core.fakes;

import static java.nio.charset.StandardCharsets.UTF_8;

import clinic.portal.core.shared.Secrets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** The right shapes and lengths, but foreseeable: token and code number n are the same in every run. */
public final class PlainSecrets implements Secrets {
    private static final String SEALED_UNDER = "sealed for %s with key %d: ";

    private final AtomicInteger tokens = new AtomicInteger();
    private final AtomicInteger codes = new AtomicInteger();
    private final AtomicInteger key = new AtomicInteger();

    @Override
    public String token() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash("token " + tokens.incrementAndGet()));
    }

    @Override
    public String code() {
        // 7919 shares no factor with a million: the first million codes are all different.
        return "%06d".formatted(7919L * codes.incrementAndGet() % 1_000_000);
    }

    @Override
    public byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    @Override
    public byte[] keyedHash(String text) {
        return hash("keyed " + text);
    }

    @Override
    public byte[] seal(String text, String context) {
        return (SEALED_UNDER.formatted(context, key.get()) + text).getBytes(UTF_8);
    }

    @Override
    public Optional<String> open(byte[] sealed, String context) {
        String text = new String(sealed, UTF_8);
        String label = SEALED_UNDER.formatted(context, key.get());
        return text.startsWith(label) ? Optional.of(text.substring(label.length())) : Optional.empty();
    }

    /** Nothing sealed before can be opened any more. */
    public void retireKey() {
        key.incrementAndGet();
    }
}
