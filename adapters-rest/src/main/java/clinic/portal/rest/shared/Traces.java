package clinic.portal.rest.shared;

import org.jspecify.annotations.Nullable;

/** Stack traces fit for a log. */
public final class Traces {
    private Traces() {}

    /**
     * The same classes and places without the messages, which in drivers and parsers repeat e-mail addresses and tokens
     * (SECURITY P50).
     */
    public static Throwable withoutMessages(Throwable accident) {
        return copy(accident, 0);
    }

    private static Throwable copy(Throwable original, int depth) {
        @Nullable Throwable cause = original.getCause();
        var copy =
                new Traced(original.getClass().getName(), cause == null || depth > 8 ? null : copy(cause, depth + 1));
        copy.setStackTrace(original.getStackTrace());
        return copy;
    }

    private static final class Traced extends RuntimeException {
        private final String type;

        Traced(String type, @Nullable Throwable cause) {
            super(type, cause);
            this.type = type;
        }

        @Override
        public String toString() {
            return type;
        }
    }
}
