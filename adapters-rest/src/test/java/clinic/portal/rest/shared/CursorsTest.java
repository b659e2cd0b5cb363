package clinic.portal.rest.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.portal.core.shared.Cursor;
import clinic.portal.core.shared.Invalid;
import java.time.Instant;
import java.util.Base64;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CursorsTest {
    @Test
    void whatIsWrittenIsReadBack() {
        var random = new Random(1);
        for (int i = 0; i < 2_000; i++) {
            var cursor = new Cursor(
                    Instant.ofEpochSecond(
                            random.nextLong(-90_000_000_000L, 90_000_000_000L), random.nextInt(1_000_000_000)),
                    new UUID(random.nextLong(), random.nextLong()));

            String text = Cursors.write(cursor);

            assertThat(text).matches("[A-Za-z0-9_-]{1,200}");
            assertThat(Cursors.page(10, text).after()).isEqualTo(cursor);
        }
    }

    @Test
    void theLastPageHasNone() {
        assertThat(Cursors.write(null)).isNull();
        assertThat(Cursors.page(null, null).after()).isNull();
        assertThat(Cursors.page(null, null).limit()).isEqualTo(25);
    }

    @Test
    void whatIsNoCursorIsInvalidAndNoAccident() {
        var random = new Random(2);
        for (int length = 0; length < 60; length++) {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            // The one length that is right, with a time no database holds.
            if (length == 28) {
                bytes[0] = 0x7f;
            }
            isInvalid(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        }
        isInvalid("*");
        isInvalid("A");
    }

    private static void isInvalid(String text) {
        assertThatThrownBy(() -> Cursors.page(null, text))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.violations())
                                .singleElement()
                                .satisfies(violation ->
                                        assertThat(violation.pointer()).isEqualTo("?cursor")));
    }
}
