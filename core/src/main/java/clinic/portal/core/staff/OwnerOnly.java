package clinic.portal.core.staff;

import clinic.portal.core.shared.Denied;
import java.util.Map;

/** Owners alone make owners and managers, and change them. */
public final class OwnerOnly extends Denied {
    public OwnerOnly() {
        super("owner_only", "Only an owner may do this to an owner or a manager, or make somebody one.", Map.of());
    }
}
