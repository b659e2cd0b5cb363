package clinic.portal.core.calendar;

import clinic.portal.core.catalogue.PractitionerId;
import java.time.Instant;
import java.util.List;

/**
 * A time at which a treatment can be had.
 *
 * @param practitioners who could do it then, in the schedule's order; at least one
 */
public record Slot(Instant startsAt, List<PractitionerId> practitioners) {
    public Slot {
        practitioners = List.copyOf(practitioners);
    }
}
