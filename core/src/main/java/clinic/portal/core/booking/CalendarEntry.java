package clinic.portal.core.booking;

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
        Instant stamp) {}
