package clinic.portal.core.staff;

import clinic.portal.core.shared.Conflict;
import java.util.Map;

/** A clinic without an owner could never get one again. */
public final class LastOwner extends Conflict {
    public LastOwner() {
        super("last_owner", "This is the clinic's last owner; make somebody else an owner first.", Map.of());
    }
}
