package clinic.portal.core.booking;

import clinic.portal.core.clinic.Clinic;
import clinic.portal.core.shared.AppointmentId;
import java.time.Instant;

/**
 * An appointment as calendars know it (RFC 5545).
 *
 * @param id its UID, the same for good: a calendar moves the entry instead of adding another
 * @param title what the entry is called
 * @param place where it is
 * @param description further words; may be empty
 * @param sequence grows with every change
 * @param stamp when this was written
 */
public record CalendarEntry(
        AppointmentId id,
        String title,
        String place,
        String description,
        Instant startsAt,
        Instant endsAt,
        boolean cancelled,
        int sequence,
        Instant stamp) {

    /** As the client's own calendar has it, wherever the file came from: with both, a calendar shows one. */
    public static CalendarEntry forClient(DiaryEntry appointment, Clinic clinic, Instant stamp) {
        String title = "%s, %s".formatted(appointment.treatment().name(), clinic.name());
        return of(appointment, clinic, title, appointment.practitioner().name(), stamp);
    }

    static CalendarEntry of(DiaryEntry appointment, Clinic clinic, String title, String description, Instant stamp) {
        return new CalendarEntry(
                appointment.id(),
                title,
                clinic.contact().address(),
                description,
                appointment.startsAt(),
                appointment.endsAt(),
                appointment.status() == AppointmentStatus.CANCELLED,
                appointment.version(),
                stamp);
    }
}
