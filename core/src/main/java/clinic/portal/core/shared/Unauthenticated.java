package clinic.portal.core.shared;

import java.util.Map;

/** The caller has not shown who they are. */
public abstract non-sealed class Unauthenticated extends Refusal {
    protected Unauthenticated(String code, String detail, Map<String, Object> facts) {
        super(code, detail, facts);
    }
}
