package clinic.portal.rest.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.portal.core.shared.Outdated;
import java.util.List;
import org.junit.jupiter.api.Test;

class VersionsTest {
    @Test
    void aTagOfOursIsItsVersion() {
        assertThat(Versions.expected("\"0\"")).isZero();
        assertThat(Versions.expected("\"7\"")).isEqualTo(7);
        assertThat(Versions.expected(" \"999999999\" ")).isEqualTo(999_999_999);
    }

    @Test
    void whoeverSendsNoneIsToldSo() {
        assertThatThrownBy(() -> Versions.expected(null)).isInstanceOf(IfMatchMissing.class);
    }

    @Test
    void anythingElseHasBeenOvertaken() {
        for (String other : List.of(
                "",
                "*",
                "7",
                "W/\"7\"",
                "w/\"7\"",
                "\"7\", \"8\"",
                "\"07\"",
                "\"-7\"",
                "\"+7\"",
                "\"7",
                "\"\"",
                "\"x\"",
                "\"\u0667\"",
                "\"9999999999\"",
                "\"7\"\"8\"")) {
            assertThatThrownBy(() -> Versions.expected(other)).as(other).isInstanceOf(Outdated.class);
        }
    }
}
