package clinic.portal.core.shared;

import java.util.Map;

/** The member of staff is known, and this is for others of the staff. */
public final class RoleNotAllowed extends Denied {
    public RoleNotAllowed() {
        super("role_not_allowed", "Your role does not include this.", Map.of());
    }
}
