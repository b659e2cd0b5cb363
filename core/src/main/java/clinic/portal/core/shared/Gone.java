package clinic.portal.core.shared;

import java.util.Map;

/** It was good once and is no longer. */
public abstract non-sealed class Gone extends Refusal {
    protected Gone(String code, String detail, Map<String, Object> facts) {
        super(code, detail, facts);
    }
}
