package clinic.portal.notify.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Gsm7Test {
    @Test
    void oneMessageHolds160Characters() {
        assertThat(Gsm7.fitsOne("a".repeat(160))).isTrue();
        assertThat(Gsm7.fitsOne("a".repeat(161))).isFalse();
    }

    @Test
    void someCharactersCountTwice() {
        assertThat(Gsm7.fitsOne("€".repeat(80))).isTrue();
        assertThat(Gsm7.fitsOne("€".repeat(80) + "a")).isFalse();
    }

    @Test
    void aCharacterOutsideTheAlphabetDoesNotFit() {
        assertThat(Gsm7.fitsOne("í")).isFalse();
        assertThat(Gsm7.fitsOne("💆")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    Clínica Ñandú,      Clinica Ñandu
                    Søren’s “Skin” – UK, Søren's "Skin" - UK
                    Łódź,               Łodz
                    美容,               美容
                    Café Élan,          Café Élan
                    """)
    void whatTheAlphabetLacksIsMadePlainWhereItCanBe(String name, String nearest) {
        assertThat(Gsm7.nearest(name)).isEqualTo(nearest);
    }
}
