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
 * @param overbook why it shall go there even where somebody else has that time; absent where it shall not
 */
public record Move(
        Instant startsAt,
        @Nullable PractitionerId practitioner,
        @Nullable HoldId hold,
        @Nullable String overbook) {
    public Move(Instant startsAt, @Nullable PractitionerId practitioner, @Nullable HoldId hold) {
        this(startsAt, practitioner, hold, null);
    }

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
