package clinic.portal.core.clinic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlugRulesTest {
    @ParameterizedTest
    @ValueSource(strings = {"api", "admin", "staff", "login", "www", "portal", "platform", "well-known"})
    void whatStandsForSomethingElseIsNoClinics(String word) {
        assertThatThrownBy(() -> SlugRules.requireAllowed(new Slug(word))).isInstanceOf(SlugUnavailable.class);
    }

    @Test
    void anyOtherMayBe() {
        assertThat(SlugRules.requireAllowed(new Slug("glow-admin"))).isEqualTo(new Slug("glow-admin"));
    }
}
