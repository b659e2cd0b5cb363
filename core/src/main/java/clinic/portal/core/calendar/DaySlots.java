package clinic.portal.core.calendar;

import java.time.LocalDate;
import java.util.List;

/** @param date in the clinic's zone */
public record DaySlots(LocalDate date, List<Slot> slots) {}
