package clinic.portal.core.clinic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrandColourTest {
    @ParameterizedTest
    @CsvSource({
        "#000000, #ffffff",
        "#ffffff, #000000",
        "#0000ff, #ffffff",
        "#00ff00, #000000",
        "#ff0000, #000000",
        // Around the grey where both are equally good: 4.61 and 4.56 on black, 4.54 and 4.60 on white.
        "#757575, #ffffff",
        "#767676, #000000",
        "#0a0a0a, #ffffff",
        "#0b0b0b, #ffffff"
    })
    void theInkIsWhicheverCanBeReadBetter(String colour, String ink) {
        assertThat(new BrandColour(colour).ink()).isEqualTo(ink);
    }

    @Property(tries = 2000)
    void theInkCanBeReadOnEveryColour(@ForAll @IntRange(max = 0xffffff) int rgb) {
        var colour = new BrandColour("#%06x".formatted(rgb));

        int ink = Integer.parseInt(colour.ink().substring(1), 16);

        assertThat(contrast(rgb, ink))
                .isGreaterThanOrEqualTo(4.5)
                .isGreaterThanOrEqualTo(contrast(rgb, ~ink & 0xffffff));
    }

    @Test
    void theInkCanBeReadOnEveryGrey() {
        for (int part = 0; part <= 0xff; part++) {
            int rgb = part * 0x010101;
            int ink = Integer.parseInt(
                    new BrandColour("#%06x".formatted(rgb)).ink().substring(1), 16);
            assertThat(contrast(rgb, ink)).isGreaterThanOrEqualTo(4.5);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "#fff", "ffffff", "#FFFFFF", "#gggggg", "#fffffff", " #ffffff", "red"})
    void whatIsNoColourIsRefused(String hex) {
        assertThatThrownBy(() -> new BrandColour(hex)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Reckoned here once more, from WCAG 2.2's definition. */
    private static double contrast(int one, int other) {
        double lighter = Math.max(luminance(one), luminance(other));
        double darker = Math.min(luminance(one), luminance(other));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
    }

    private static double linear(int part) {
        double share = (part & 0xff) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
