package clinic.portal.core.booking;

import clinic.portal.core.shared.Conflict;
import java.util.Map;

/** Somebody else has this time, or holds it. */
public final class SlotTaken extends Conflict {
    public SlotTaken() {
        super("slot_taken", "This time has just been taken; choose another.", Map.of());
    }
}
