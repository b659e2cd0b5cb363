package clinic.portal.notify.messaging;

import clinic.portal.notify.shared.OneLine;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A name as it stands beside an address in a mail's header. A clinic names itself as it likes: quotes, commas and angle
 * brackets must not turn into a second address, nor line breaks into a second header.
 */
final class DisplayName {
    private static final int LONGEST = 80;
    /** Words that mean just themselves (RFC 5322's atoms, without those that could look like an encoded word). */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9&'*+-]+(?: [A-Za-z0-9&'*+-]+)*");
    /** An encoded word holds at most 75 characters (RFC 2047): 45 bytes in base64 and its frame. */
    private static final int BYTES_A_WORD = 45;

    private DisplayName() {}

    static String encode(String name) {
        String line = OneLine.of(name);
        String tidy = line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST));
        return PLAIN.matcher(tidy).matches() ? tidy : String.join(" ", words(tidy));
    }

    private static List<String> words(String name) {
        var words = new ArrayList<String>();
        var piece = new StringBuilder();
        int bytes = 0;
        for (int point : name.codePoints().toArray()) {
            String next = Character.toString(point);
            int length = next.getBytes(StandardCharsets.UTF_8).length;
            if (bytes + length > BYTES_A_WORD) {
                words.add(word(piece));
                piece.setLength(0);
                bytes = 0;
            }
            piece.append(next);
            bytes += length;
        }
        words.add(word(piece));
        return words;
    }

    private static String word(CharSequence piece) {
        byte[] bytes = piece.toString().getBytes(StandardCharsets.UTF_8);
        return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(bytes) + "?=";
    }
}
