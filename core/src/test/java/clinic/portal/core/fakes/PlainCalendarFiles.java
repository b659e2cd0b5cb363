package clinic.portal.core.fakes;

import clinic.portal.core.booking.CalendarEntry;
import clinic.portal.core.booking.CalendarFiles;
import java.util.List;
import java.util.stream.Collectors;

/** Not iCalendar: a line for the name and one for each entry, with all that is in it. */
public final class PlainCalendarFiles implements CalendarFiles {
    @Override
    public String write(String name, List<CalendarEntry> entries) {
        return entries.stream().map(PlainCalendarFiles::line).collect(Collectors.joining("", name + "\n", ""));
    }

    private static String line(CalendarEntry entry) {
        return "%s #%d %s | %s | %s | %s | %s to %s | %s\n"
                .formatted(
                        entry.id().value(),
                        entry.sequence(),
                        entry.cancelled() ? "cancelled" : "confirmed",
                        entry.title(),
                        entry.place(),
                        entry.description(),
                        entry.startsAt(),
                        entry.endsAt(),
                        entry.stamp());
    }
}
