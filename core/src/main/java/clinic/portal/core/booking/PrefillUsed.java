package clinic.portal.core.booking;

import clinic.portal.core.shared.Gone;
import java.util.Map;

/** It was good for one use. */
public final class PrefillUsed extends Gone {
    public PrefillUsed() {
        super("prefill_used", "This link has been used; fill in the form by hand.", Map.of());
    }
}
