package clinic.portal.core.calendar;

import java.time.LocalDate;
import java.util.List;

/**
 * @param date in the clinic's zone
 * @param slots in order of time
 */
public record DaySlots(LocalDate date, List<Slot> slots) {
    public DaySlots {
        slots = List.copyOf(slots);
    }
}
