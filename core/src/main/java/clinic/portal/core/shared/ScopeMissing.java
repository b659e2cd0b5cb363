package clinic.portal.core.shared;

import java.util.Map;

/** The API key is known, and was not given this scope. */
public final class ScopeMissing extends Denied {
    public ScopeMissing(Right right) {
        super(
                "scope_missing",
                "This API key does not have the scope for this.",
                right.scope()
                        .<Map<String, Object>>map(scope -> Map.of("scope", scope))
                        .orElse(Map.of()));
    }
}
