package clinic.portal.core.shared;

import java.util.Map;

/** It has been changed since the caller read it; what they meant to keep may not be what is there now. */
public final class Outdated extends Refusal {
    public Outdated() {
        super("outdated", "This has been changed in the meantime; read it again.", Map.of());
    }
}
