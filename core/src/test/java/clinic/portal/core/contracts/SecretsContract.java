package clinic.portal.core.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.core.shared.Secrets;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

public abstract class SecretsContract {
    protected abstract Secrets secrets();

    @Test
    void tokensAre43CharactersOfBase64urlAndAllDifferent() {
        var tokens = Stream.generate(() -> secrets().token()).limit(200).toList();

        assertThat(tokens).allMatch(token -> token.matches("[A-Za-z0-9_-]{43}")).doesNotHaveDuplicates();
    }

    @Test
    void codesAreSixDigits() {
        assertThat(Stream.generate(() -> secrets().code()).limit(200)).allMatch(code -> code.matches("[0-9]{6}"));
    }

    @Test
    void aHashIsSha256() {
        assertThat(HexFormat.of().formatHex(secrets().hash("abc")))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void aKeyedHashIsSteadyAndNotThePlainOne() {
        assertThat(secrets().keyedHash("abc"))
                .hasSize(32)
                .isEqualTo(secrets().keyedHash("abc"))
                .isNotEqualTo(secrets().keyedHash("abd"))
                .isNotEqualTo(secrets().hash("abc"));
    }

    @Test
    void whatIsSealedOpensInItsContextOnly() {
        byte[] sealed = secrets().seal("a secret", "context");

        assertThat(secrets().open(sealed, "context")).contains("a secret");
        assertThat(secrets().open(sealed, "other context")).isEmpty();
        assertThat(secrets().open(new byte[0], "context")).isEmpty();
        assertThat(secrets().open(new byte[] {1, 2, 3}, "context")).isEmpty();
    }
}
