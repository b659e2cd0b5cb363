package clinic.portal.core.calendar;

import clinic.portal.core.shared.AppointmentId;
import java.time.Instant;

/** Something that happened to an appointment. */
public record CalendarEvent(Position position, Instant at, AppointmentId appointment, Change change) {
    public enum Change {
        BOOKED,
        /** To another time, practitioner or room. */
        MOVED,
        ARRIVED,
        COMPLETED,
        CANCELLED,
        NO_SHOW,
        /** It is booked again, after having been something else. */
        REOPENED,
        /** Something else about it. */
        CHANGED
    }
}
