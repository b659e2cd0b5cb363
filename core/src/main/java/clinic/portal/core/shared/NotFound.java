package clinic.portal.core.shared;

import java.util.Map;

/** It is not there, or not there for this caller; the two look the same. */
public abstract non-sealed class NotFound extends Refusal {
    protected NotFound(String code, String detail, Map<String, Object> facts) {
        super(code, detail, facts);
    }
}
