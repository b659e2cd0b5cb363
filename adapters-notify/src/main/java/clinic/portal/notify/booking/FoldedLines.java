package clinic.portal.notify.booking;

import java.nio.charset.StandardCharsets;

/**
 * Content lines of at most 75 octets (RFC 5545, 3.1). ical4j's own folding counts 16-bit units instead: its lines are too
 * long, and it breaks between the two halves of an emoji, which are nothing on their own once they are UTF-8.
 */
final class FoldedLines {
    private static final int LONGEST = 75;
    private static final String BREAK = "\r\n";
    private static final String FOLD = BREAK + " ";

    private FoldedLines() {}

    /** @param text its lines not folded yet */
    static String of(String text) {
        var folded = new StringBuilder(text.length() + text.length() / 8);
        for (String line : text.split(BREAK)) {
            fold(line, folded);
            folded.append(BREAK);
        }
        return folded.toString();
    }

    private static void fold(String line, StringBuilder folded) {
        int octets = 0;
        for (int at = 0; at < line.length(); ) {
            int point = line.codePointAt(at);
            int size = Character.toString(point).getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > LONGEST) {
                folded.append(FOLD);
                octets = 1;
            }
            folded.appendCodePoint(point);
            octets += size;
            at += Character.charCount(point);
        }
    }
}
