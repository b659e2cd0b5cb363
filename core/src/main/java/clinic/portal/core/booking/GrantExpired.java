package clinic.portal.core.booking;

import clinic.portal.core.shared.Gone;
import java.util.Map;

/** Its fifteen minutes are over. */
public final class GrantExpired extends Gone {
    public GrantExpired() {
        super("grant_expired", "The form was open for too long; fill it in again.", Map.of());
    }
}
