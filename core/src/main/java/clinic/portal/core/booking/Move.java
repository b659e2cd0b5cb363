package clinic.portal.core.booking;

import clinic.portal.core.calendar.HoldId;
import clinic.portal.core.catalogue.PractitionerId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where an appointment shall go.
 *
 * @param practitioner the same as before, where absent
 * @param hold the mover's own, which the move takes the place of
 */
public record Move(
        Instant startsAt,
        @Nullable PractitionerId practitioner,
        @Nullable HoldId hold) {
    Wish of(Appointment appointment) {
        return new Wish(
                appointment.treatment(),
                practitioner == null ? appointment.place().practitioner() : practitioner,
                startsAt,
                hold,
                null,
                null);
    }
}
