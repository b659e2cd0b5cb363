package clinic.portal.rest.login;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The key of whoever runs this installation. Without one in the configuration, nobody has it.
 *
 * <p>Behind a proxy (application-scoped) because filters are made before the configuration of this very run is known.
 */
@ApplicationScoped
class PlatformKey {
    private final Optional<String> configured;

    PlatformKey(@ConfigProperty(name = "portal.platform-key") Optional<String> configured) {
        this.configured = configured;
    }

    /** @throws PlatformKeyInvalid where it is not the key */
    void require(String sent) {
        // Digests are of one length: how long the comparison takes says nothing of the key.
        boolean right = configured
                .map(key -> MessageDigest.isEqual(digest(key), digest(sent)))
                .orElse(false);
        if (!right) {
            throw new PlatformKeyInvalid();
        }
    }

    private static byte[] digest(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException broken) {
            throw new IllegalStateException("Every JDK has SHA-256", broken);
        }
    }
}
