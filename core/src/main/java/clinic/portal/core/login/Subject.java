package clinic.portal.core.login;

import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.Role;
import clinic.portal.core.shared.StaffId;

/** Whose session it is. */
public sealed interface Subject {
    record OfClient(ClientId id) implements Subject {}

    record OfStaff(StaffId id, Role role) implements Subject {}

    default Audience audience() {
        return switch (this) {
            case OfClient c -> Audience.PORTAL;
            case OfStaff s -> Audience.STAFF;
        };
    }
}
