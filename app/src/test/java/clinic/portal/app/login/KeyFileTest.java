package clinic.portal.app.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {
    @TempDir
    Path folder;

    private final AtomicLong nanos = new AtomicLong();
    private Path file;

    @BeforeEach
    void aFreshSet() throws IOException {
        file = folder.resolve("keys.json");
        KeyFile.create(file);
    }

    @Test
    void aFreshSetHoldsOneKeyOfEachKindForItsOwnerAlone() throws IOException {
        var keys = open();

        assertThat(keys.newestFirst()).hasSize(1);
        assertThat(keys.sealing()).hasSize(1);
        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
    }

    @Test
    void anExistingFileIsNeverWrittenOver() {
        assertThatThrownBy(() -> KeyFile.create(file)).isInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void aNewKeyIsPublishedThenSignsThenStandsAloneWithoutARestart() throws Exception {
        var keys = open();
        var older = keys.newestFirst().getFirst();
        Path other = folder.resolve("other.json");
        KeyFile.create(other);
        var newer = new KeyFile(other, nanos::get).newestFirst().getFirst();

        write(List.of(older, newer));
        assertThat(kids(keys)).containsExactly(older.getKeyId(), newer.getKeyId());
        write(List.of(newer, older));
        assertThat(kids(keys)).containsExactly(newer.getKeyId(), older.getKeyId());
        write(List.of(newer));
        assertThat(kids(keys)).containsExactly(newer.getKeyId());
    }

    @Test
    void aHalfWrittenFileLeavesTheKeysInUse() throws Exception {
        var keys = open();
        var before = kids(keys);

        Files.writeString(file, "{\"keys\":[");
        touch();

        assertThat(kids(keys)).isEqualTo(before);
    }

    @Test
    void aMissingFileIsSaidPlainly() {
        assertThatThrownBy(() -> new KeyFile(folder.resolve("nothing.json"), nanos::get))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("PORTAL_KEYS_FILE");
    }

    @Test
    void aSetWithoutASigningKeyIsSaidPlainly() throws Exception {
        write(List.of());

        assertThatThrownBy(this::open).hasMessageContaining("EC P-256");
    }

    private KeyFile open() {
        return new KeyFile(file, nanos::get);
    }

    private static List<String> kids(KeyFile keys) {
        return keys.newestFirst().stream().map(JsonWebKey::getKeyId).toList();
    }

    /** Writes the signing keys in that order, with the sealing key that was there. */
    private void write(List<EllipticCurveJsonWebKey> signing) throws IOException, JoseException {
        var sealing = new JsonWebKeySet(Files.readString(file))
                .getJsonWebKeys().stream()
                        .filter(key -> key.getKeyType().equals("oct"))
                        .map(key -> key.toParams(OutputControlLevel.INCLUDE_SYMMETRIC));
        var all = Stream.concat(signing.stream().map(key -> key.toParams(OutputControlLevel.INCLUDE_PRIVATE)), sealing);
        Files.writeString(file, JsonUtil.toJson(Map.of("keys", all.toList())));
        touch();
    }

    private void touch() throws IOException {
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(6));
        Files.setLastModifiedTime(
                file, FileTime.from(Instant.ofEpochSecond(1_800_000_000L + nanos.get() / 1_000_000_000L)));
    }
}
