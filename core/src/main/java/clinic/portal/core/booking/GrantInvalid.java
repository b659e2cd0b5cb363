package clinic.portal.core.booking;

import clinic.portal.core.shared.Unauthenticated;
import java.util.Map;

/** Nobody was given this one. */
public final class GrantInvalid extends Unauthenticated {
    public GrantInvalid() {
        super("grant_invalid", "This grant is not valid; fill in the form by hand.", Map.of());
    }
}
