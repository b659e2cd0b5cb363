package clinic.portal.rest.shared;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.core.shared.ClinicId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ClinicSecretTest {
    private static final ClinicSecret SECRET = new ClinicSecret(new ClinicId(new UUID(-1, 5)), "s".repeat(43));

    @Test
    void whatIsWrittenIsReadBack() {
        assertThat(SECRET.write()).hasSize(65).endsWith(SECRET.secret());
        assertThat(ClinicSecret.read(SECRET.write())).contains(SECRET);
    }

    @Test
    void whatIsNotOursIsNone() {
        for (String text : List.of("", "a", "A".repeat(22), "*".repeat(65), "=".repeat(65), "\u00e9".repeat(65))) {
            assertThat(ClinicSecret.read(text)).as(text).isEmpty();
        }
    }

    @Test
    void itDoesNotTellItselfToALog() {
        assertThat(SECRET.toString()).doesNotContain(SECRET.secret());
    }
}
