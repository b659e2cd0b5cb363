package clinic.portal.notify.messaging;

import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The alphabet of SMS (3GPP TS 23.038). A single character outside it turns the whole message into UTF-16, of which 70
 * characters fit where 160 did.
 */
public final class Gsm7 {
    private static final int ONE_MESSAGE = 160;
    /** A part of a longer one gives up seven characters to say which part it is. */
    private static final int PART = 153;

    private static final int ONE_WIDE_MESSAGE = 70;
    private static final int WIDE_PART = 67;
    private static final int SHORT_NAME = 20;
    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    /** Sent as two characters each. */
    private static final String EXTENDED = "^{}\\[~]|€";

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Map<Integer, String> LOOKS_LIKE = Map.ofEntries(
            Map.entry((int) '‘', "'"),
            Map.entry((int) '’', "'"),
            Map.entry((int) '`', "'"),
            Map.entry((int) '“', "\""),
            Map.entry((int) '”', "\""),
            Map.entry((int) '–', "-"),
            Map.entry((int) '—', "-"),
            Map.entry((int) '·', "-"),
            Map.entry((int) '…', "..."));

    private Gsm7() {}

    public static boolean fitsOne(String text) {
        int length = length(text);
        return length >= 0 && length <= ONE_MESSAGE;
    }

    /** Of how many messages this one consists, and is paid for as. */
    public static int messages(String text) {
        int length = length(text);
        return length >= 0 ? parts(length, ONE_MESSAGE, PART) : parts(text.length(), ONE_WIDE_MESSAGE, WIDE_PART);
    }

    private static int parts(int length, int one, int part) {
        return length <= one ? 1 : Math.ceilDiv(length, part);
    }

    /** In this alphabet; less than nothing where the text does not keep to it. */
    private static int length(String text) {
        int length = 0;
        for (int point : text.codePoints().toArray()) {
            if (EXTENDED.indexOf(point) >= 0) {
                length += 2;
            } else if (BASIC.indexOf(point) >= 0) {
                length++;
            } else {
                return -1;
            }
        }
        return length;
    }

    /** A name that leaves room for the rest. */
    public static String shortened(String name) {
        return name.codePointCount(0, name.length()) <= SHORT_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, SHORT_NAME - 3)).strip() + "...";
    }

    /** The text with accents and typographic signs made plain where the alphabet lacks them; other scripts stay. */
    public static String nearest(String text) {
        var plain = new StringBuilder();
        text.codePoints().forEach(point -> plain.append(nearest(point)));
        return plain.toString();
    }

    private static String nearest(int point) {
        String as = Character.toString(point);
        if (BASIC.indexOf(point) >= 0 || EXTENDED.indexOf(point) >= 0) {
            return as;
        }
        String bare =
                MARKS.matcher(Normalizer.normalize(as, Normalizer.Form.NFD)).replaceAll("");
        boolean known = bare.length() == 1 && BASIC.indexOf(bare) >= 0;
        return known ? bare : LOOKS_LIKE.getOrDefault(point, as);
    }
}
