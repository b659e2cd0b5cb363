package clinic.portal.core.calendar;

import clinic.portal.core.shared.ClinicId;
import java.util.List;

/** What happened to a clinic's appointments, in an order that is the same for everybody. */
public interface CalendarEvents {
    /** What comes after a position, in order, as far as it is complete. */
    Reading after(ClinicId clinic, Position from, int most);

    /**
     * @param horizon everything before it is complete: no transaction still runs that could add to it
     * @param events all of them before the horizon, or as many as were asked for
     */
    record Reading(List<CalendarEvent> events, Position horizon) {
        public Reading {
            events = List.copyOf(events);
        }
    }
}
