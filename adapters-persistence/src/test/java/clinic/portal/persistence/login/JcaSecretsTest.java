package clinic.portal.persistence.login;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.portal.core.contracts.SecretsContract;
import clinic.portal.core.shared.Secrets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JcaSecretsTest extends SecretsContract {
    private static final SealingKey OLD = key("2025", 1);
    private static final SealingKey NEW = key("2026", 2);

    private final JcaSecrets secrets = new JcaSecrets(List.of(OLD));

    @Override
    protected Secrets secrets() {
        return secrets;
    }

    @Test
    void sealingTheSameTwiceLooksDifferent() {
        assertThat(secrets.seal("text", "context")).isNotEqualTo(secrets.seal("text", "context"));
    }

    @Test
    void whatIsSealedIsNotReadable() {
        var sealed = new String(secrets.seal("a text to be found again", "context"), UTF_8);

        assertThat(sealed).doesNotContain("a text");
    }

    @Test
    void noByteOfWhatIsSealedCanBeChanged() {
        byte[] sealed = secrets.seal("text", "context");

        for (int at = 0; at < sealed.length; at++) {
            byte[] touched = sealed.clone();
            touched[at] ^= 1;
            assertThat(secrets.open(touched, "context")).as("byte %d", at).isEmpty();
        }
    }

    @Test
    void noPartOfWhatIsSealedOpens() {
        byte[] sealed = secrets.seal("text", "context");

        for (int length = 0; length < sealed.length; length++) {
            assertThat(secrets.open(Arrays.copyOf(sealed, length), "context")).isEmpty();
        }
    }

    @Test
    void noiseDoesNotOpen() {
        var random = new Random(1);
        for (int time = 0; time < 1000; time++) {
            byte[] noise = new byte[random.nextInt(80)];
            random.nextBytes(noise);
            if (noise.length > 0) {
                noise[0] = 1;
            }
            assertThat(secrets.open(noise, "context")).isEmpty();
        }
    }

    @Test
    void afterARotationTheOldOpensAndTheNewSeals() {
        byte[] before = secrets.seal("text", "context");
        var rotated = new JcaSecrets(List.of(NEW, OLD));

        assertThat(rotated.open(before, "context")).contains("text");
        assertThat(secrets.open(rotated.seal("text", "context"), "context")).isEmpty();
    }

    @Test
    void aNewKeyThatIsNotYetTheFirstOpensAlready() {
        var preparing = new JcaSecrets(List.of(OLD, NEW));
        var rotated = new JcaSecrets(List.of(NEW, OLD));

        assertThat(preparing.open(rotated.seal("text", "context"), "context")).contains("text");
        assertThat(preparing.keyedHash("code")).isEqualTo(secrets.keyedHash("code"));
    }

    @Test
    void aRetiredKeyOpensNothing() {
        byte[] before = secrets.seal("text", "context");

        assertThat(new JcaSecrets(List.of(NEW)).open(before, "context")).isEmpty();
    }

    @Test
    void aKeyedHashNeedsTheKey() {
        assertThat(new JcaSecrets(List.of(NEW)).keyedHash("code")).isNotEqualTo(secrets.keyedHash("code"));
    }

    @Test
    void codesAreSpreadEvenly() {
        int[] firstDigits = new int[10];
        for (int time = 0; time < 20_000; time++) {
            firstDigits[secrets.code().charAt(0) - '0']++;
        }

        assertThat(Arrays.stream(firstDigits).min().orElseThrow()).isGreaterThan(1_700);
        assertThat(Arrays.stream(firstDigits).max().orElseThrow()).isLessThan(2_300);
    }

    @Test
    void poorKeysAreRefused() {
        assertThatThrownBy(() -> new JcaSecrets(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new JcaSecrets(List.of(OLD, OLD))).hasMessageContaining("2025");
        assertThatThrownBy(() -> new SealingKey("short", new byte[31])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SealingKey("a kid", new byte[32])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aKeyDoesNotPrintItsSecret() {
        assertThat(OLD).hasToString("SealingKey[2025]");
    }

    private static SealingKey key(String kid, int fill) {
        byte[] secret = new byte[32];
        Arrays.fill(secret, (byte) fill);
        return new SealingKey(kid, secret);
    }
}
