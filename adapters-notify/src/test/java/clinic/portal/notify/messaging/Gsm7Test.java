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

    @Test
    void aLongerTextIsPaidForByThePart() {
        assertThat(Gsm7.messages("a".repeat(160))).isEqualTo(1);
        assertThat(Gsm7.messages("a".repeat(161))).isEqualTo(2);
        assertThat(Gsm7.messages("a".repeat(306))).isEqualTo(2);
        assertThat(Gsm7.messages("a".repeat(307))).isEqualTo(3);
        assertThat(Gsm7.messages("美".repeat(70))).isEqualTo(1);
        assertThat(Gsm7.messages("美".repeat(71))).isEqualTo(2);
        assertThat(Gsm7.messages("美".repeat(135))).isEqualTo(3);
    }

    @Test
    void aShortenedNameIsCutBetweenCharacters() {
        assertThat(Gsm7.shortened("Glow Aesthetics, Ltd")).isEqualTo("Glow Aesthetics, Ltd");
        assertThat(Gsm7.shortened("Glow Aesthetics, Ltd.")).isEqualTo("Glow Aesthetics,...");
        assertThat(Gsm7.shortened("💆".repeat(21))).isEqualTo("💆".repeat(17) + "...");
    }
}
