package clinic.portal.core.shared;

import java.util.Map;

/** It cannot be done as things stand now. */
public abstract non-sealed class Conflict extends Refusal {
    protected Conflict(String code, String detail, Map<String, Object> facts) {
        super(code, detail, facts);
    }
}
