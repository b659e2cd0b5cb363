package clinic.portal.notify.shared;

import java.util.regex.Pattern;

/**
 * Text that others wrote, made fit for one line: a line break in a header begins another header, and in an SMS it could
 * begin a line that phones take for a sign-in code.
 */
public final class OneLine {
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Zs}]+");
    /** Marks that turn the writing direction and would let a name rewrite the words around it. */
    private static final Pattern TURNS = Pattern.compile("[\\u202a-\\u202e\\u2066-\\u2069]");

    private OneLine() {}

    public static String of(String text) {
        return BREAKS.matcher(TURNS.matcher(text).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }
}
