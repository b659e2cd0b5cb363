package clinic.portal.core.calendar;

import java.util.UUID;

/** Unguessable: whoever knows it owns the hold. */
public record HoldId(UUID value) {
    @Override
    public String toString() {
        return "HoldId[...]";
    }
}
