package clinic.portal.core.shared;

import java.util.List;
import java.util.Map;

/** What was sent cannot be understood or is not allowed; names every violation at once. */
public non-sealed class Invalid extends Refusal {
    private final transient List<Violation> violations;

    public Invalid(List<Violation> violations) {
        super("invalid_request", "The request does not hold to the contract; see errors.", Map.of());
        this.violations = List.copyOf(violations);
    }

    protected Invalid(String code, String detail) {
        super(code, detail, Map.of());
        this.violations = List.of();
    }

    public List<Violation> violations() {
        return violations;
    }

    /**
     * One thing that is wrong.
     *
     * @param pointer JSON pointer into the body (RFC 6901), or the parameter's name after {@code ?}
     * @param code stable, snake_case
     * @param detail one sentence for people; never repeats what was sent
     */
    public record Violation(String pointer, String code, String detail) {}
}
