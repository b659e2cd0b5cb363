package clinic.portal.app.login;

import clinic.portal.persistence.login.SealingKey;
import clinic.portal.rest.login.SigningKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.OctetSequenceJsonWebKey;
import org.jose4j.keys.AesKey;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/**
 * The installation's private keys, as a JWK set in a file (RFC 7517). The first EC key signs; all EC keys verify, so a
 * new one is appended first, moved to the front once every instance has read it, and the old one removed when its last
 * token is dead (SECURITY S16). The file is looked at again every few seconds, so that none of this needs a restart.
 */
public final class KeyFile implements SigningKeys {
    private static final Logger LOG = Logger.getLogger(KeyFile.class);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);
    private static final int SEALING_BYTES = 32;
    private static final Pattern KID = Pattern.compile("[A-Za-z0-9_-]{1,32}");

    private final Path file;
    private final LongSupplier nanos;
    private volatile Loaded loaded;

    private record Loaded(
            List<EllipticCurveJsonWebKey> signing, List<SealingKey> sealing, FileTime changed, long lookedAt) {}

    /** @throws IllegalStateException where the file is missing or holds no usable keys; its message says what to do */
    public KeyFile(Path file) {
        this(file, System::nanoTime);
    }

    /** @param nanos what {@link System#nanoTime} is otherwise */
    KeyFile(Path file, LongSupplier nanos) {
        this.file = file;
        this.nanos = nanos;
        this.loaded = load();
    }

    @Override
    public List<EllipticCurveJsonWebKey> newestFirst() {
        refresh();
        return loaded.signing();
    }

    /** The first seals, all open. */
    public List<SealingKey> sealing() {
        return loaded.sealing();
    }

    private void refresh() {
        Loaded now = loaded;
        if (nanos.getAsLong() - now.lookedAt() < LOOK_AGAIN.toNanos()) {
            return;
        }
        synchronized (this) {
            if (loaded != now) {
                return;
            }
            try {
                loaded = Files.getLastModifiedTime(file).equals(now.changed())
                        ? new Loaded(now.signing(), now.sealing(), now.changed(), nanos.getAsLong())
                        : load();
            } catch (IOException | IllegalStateException unreadable) {
                // Half-written or gone for a moment: the keys in hand are still good.
                LOG.warnf("Keeping the keys in use: %s cannot be read again (%s)", file, unreadable.getMessage());
                loaded = new Loaded(now.signing(), now.sealing(), now.changed(), nanos.getAsLong());
            }
        }
    }

    private Loaded load() {
        try {
            var changed = Files.getLastModifiedTime(file);
            var keys = new JsonWebKeySet(Files.readString(file)).getJsonWebKeys();
            requireKids(keys);
            var signing = keys.stream()
                    .filter(EllipticCurveJsonWebKey.class::isInstance)
                    .map(EllipticCurveJsonWebKey.class::cast)
                    .filter(key -> key.getPrivateKey() != null && "P-256".equals(key.getCurveName()))
                    .toList();
            var sealing = keys.stream()
                    .filter(OctetSequenceJsonWebKey.class::isInstance)
                    .map(OctetSequenceJsonWebKey.class::cast)
                    .filter(key -> key.getOctetSequence().length == SEALING_BYTES)
                    .map(key -> new SealingKey(key.getKeyId(), key.getOctetSequence()))
                    .toList();
            if (signing.isEmpty() || sealing.isEmpty()) {
                throw new IllegalStateException(
                        "%s must hold an EC P-256 private key and a 256-bit oct key, each with a kid. Make a set with: ./portal keys FILE"
                                .formatted(file));
            }
            return new Loaded(signing, sealing, changed, nanos.getAsLong());
        } catch (IOException | JoseException | IllegalArgumentException unreadable) {
            throw new IllegalStateException(
                    "The keys in %s cannot be read. Name a private JWK set in PORTAL_KEYS_FILE; make one with: ./portal keys FILE"
                            .formatted(file),
                    unreadable);
        }
    }

    private void requireKids(List<JsonWebKey> keys) {
        var kids = keys.stream().map(JsonWebKey::getKeyId).toList();
        if (kids.stream().anyMatch(kid -> kid == null || !KID.matcher(kid).matches())
                || Set.copyOf(kids).size() < kids.size()) {
            throw new IllegalStateException(
                    "Each key in %s needs a kid of its own, of 1 to 32 letters, digits, dashes or underscores"
                            .formatted(file));
        }
    }

    /** Writes a fresh set, readable by its owner alone. An existing file is left as it is. */
    public static void create(Path file) throws IOException {
        try {
            var signing = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            signing.setKeyId(newKid());
            signing.setUse("sig");
            signing.setAlgorithm("ES256");
            byte[] secret = new byte[SEALING_BYTES];
            new SecureRandom().nextBytes(secret);
            var sealing = new OctetSequenceJsonWebKey(new AesKey(secret));
            sealing.setKeyId(newKid());
            sealing.setUse("enc");
            var json = JsonUtil.toJson(Map.of(
                    "keys",
                    List.of(
                            signing.toParams(OutputControlLevel.INCLUDE_PRIVATE),
                            sealing.toParams(OutputControlLevel.INCLUDE_SYMMETRIC))));
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(file);
            }
            Files.writeString(file, json + System.lineSeparator());
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String newKid() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
