package clinic.portal.rest.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.portal.core.shared.Cursor;
import clinic.portal.core.shared.Invalid;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
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
    void namesOfAnyAlphabetAreReadBack() {
        for (String name : List.of("Facial", "Ärzte & Söhne", "лазер", "美顔", "\uD83D\uDC86 massage", " ")) {
            var cursor = new Cursor(name, new UUID(1, 2));

            String text = Cursors.writeName(cursor);

            assertThat(text).matches("[A-Za-z0-9_-]{1,200}");
            assertThat(Cursors.byName(10, text).after()).isEqualTo(cursor);
        }
    }

    @Test
    void aCursorOfOneKindOfListIsNoneOfTheOther() {
        isInvalid(Cursors.writeName(new Cursor("Facial", new UUID(1, 2))));
        isInvalid(Cursors.writeName(new Cursor("twelve bytes", new UUID(1, 2))));
        isInvalidByName(Cursors.write(new Cursor(Instant.EPOCH, new UUID(1, 2))));
    }

    @Test
    void aNameThatNoDatabaseStoresIsInvalid() {
        isInvalidByName(Cursors.writeName(new Cursor("a\0b", new UUID(1, 2))));
        isInvalidByName(Cursors.writeName(new Cursor("", new UUID(1, 2))));
        byte[] notUtf8 = new byte[20];
        notUtf8[0] = 2;
        notUtf8[18] = (byte) 0xff;
        isInvalidByName(Base64.getUrlEncoder().withoutPadding().encodeToString(notUtf8));
    }

    @Test
    void theLastPageHasNone() {
        assertThat(Cursors.write(null)).isNull();
        assertThat(Cursors.writeName(null)).isNull();
        assertThat(Cursors.byName(null, null).limit()).isEqualTo(25);
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
            if (length == 29) {
                bytes[0] = 1;
                bytes[17] = 0x7f;
            }
            isInvalid(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
            isInvalidByName(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        }
        isInvalid("*");
        isInvalid("A");
    }

    private static void isInvalid(String text) {
        isInvalid(() -> Cursors.page(null, text));
    }

    private static void isInvalidByName(String text) {
        isInvalid(() -> Cursors.byName(null, text));
    }

    private static void isInvalid(ThrowingCallable reading) {
        assertThatThrownBy(reading)
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.violations())
                                .singleElement()
                                .satisfies(violation -> {
                                    assertThat(violation.pointer()).isEqualTo("?cursor");
                                    assertThat(violation.code()).isEqualTo("invalid_cursor");
                                }));
    }
}
