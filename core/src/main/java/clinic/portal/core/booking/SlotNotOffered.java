package clinic.portal.core.booking;

import clinic.portal.core.shared.Conflict;
import java.util.Map;

/** It is outside of working hours, too soon, too far ahead, or between two starts: no use in waiting for it. */
public final class SlotNotOffered extends Conflict {
    public SlotNotOffered() {
        super("slot_not_offered", "The clinic does not offer this treatment at this time.", Map.of());
    }
}
