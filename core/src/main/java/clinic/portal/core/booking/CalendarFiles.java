package clinic.portal.core.booking;

import java.util.List;

/** Writes iCalendar files (RFC 5545). */
public interface CalendarFiles {
    /** @param name of the calendar, as a programme that subscribes to it shows it */
    String write(String name, List<CalendarEntry> entries);
}
