package clinic.portal.core.shared;

import java.util.Map;

/** The caller is known and may not. */
public abstract non-sealed class Denied extends Refusal {
    protected Denied(String code, String detail, Map<String, Object> facts) {
        super(code, detail, facts);
    }
}
