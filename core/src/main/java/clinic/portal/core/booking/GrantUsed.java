package clinic.portal.core.booking;

import clinic.portal.core.shared.Gone;
import java.util.Map;

/** It was good for one booking. */
public final class GrantUsed extends Gone {
    public GrantUsed() {
        super("grant_used", "Something has been booked with this already.", Map.of());
    }
}
