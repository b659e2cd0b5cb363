package clinic.portal.core.clinic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlugTest {
    @ParameterizedTest
    @ValueSource(strings = {"abc", "a-c", "glow", "7even", "a--b", "1-2"})
    void threeOrMoreLettersDigitsAndInnerDashesAreASlug(String slug) {
        assertThat(Slug.read(slug)).contains(new Slug(slug));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ab", "-ab", "ab-", "Abc", "a_c", "a.c", "a c", "äbc", "abc\n"})
    void anythingElseIsNone(String slug) {
        assertThat(Slug.read(slug)).isEmpty();
        assertThatThrownBy(() -> new Slug(slug)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void fortyCharactersAreTheMost() {
        assertThat(Slug.read("a".repeat(40))).isPresent();
        assertThat(Slug.read("a".repeat(41))).isEmpty();
    }
}
