package clinic.portal.core.shared;

import java.util.Map;

/**
 * Something that was asked for and is refused, for a reason the caller can act on. Sealed by kind; each feature adds
 * final subclasses of a kind. No stack trace: a refusal is an answer, not an accident.
 */
public abstract sealed class Refusal extends RuntimeException
        permits NotFound, Conflict, Gone, Invalid, Denied, Unauthenticated, Throttled, Busy, Outdated {
    private final String code;
    private final transient Map<String, Object> facts;

    /**
     * @param code stable, snake_case; callers branch on it
     * @param detail one sentence for people; no personal data
     * @param facts what a caller may use: deadlines, where to go next
     */
    protected Refusal(String code, String detail, Map<String, Object> facts) {
        super(detail, null, false, false);
        this.code = code;
        this.facts = Map.copyOf(facts);
    }

    public String code() {
        return code;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    public Map<String, Object> facts() {
        return facts;
    }
}
