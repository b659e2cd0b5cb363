package clinic.portal.core.clinic;

import java.util.HexFormat;
import java.util.regex.Pattern;

/** The clinic's colour, as #rrggbb in lower case, and the text colour that can be read on it. */
public record BrandColour(String hex) {
    private static final Pattern SHAPE = Pattern.compile("#[0-9a-f]{6}");
    private static final String BLACK = "#000000";
    private static final String WHITE = "#ffffff";

    public BrandColour {
        if (!SHAPE.matcher(hex).matches()) {
            throw new IllegalArgumentException("Not a colour like #a1b2c3");
        }
    }

    /** Black or white, whichever has the greater contrast (WCAG 2.2, relative luminance). Always at least 4.5 to 1. */
    public String ink() {
        double luminance = 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
        double onBlack = (luminance + 0.05) / 0.05;
        double onWhite = 1.05 / (luminance + 0.05);
        return onBlack >= onWhite ? BLACK : WHITE;
    }

    private double channel(int at) {
        double part = HexFormat.fromHexDigits(hex, at, at + 2) / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
