package clinic.portal.core.booking;

import clinic.portal.core.shared.AppointmentId;
import clinic.portal.core.shared.Cursor;
import clinic.portal.core.shared.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An appointment as its client sees it.
 *
 * @param zone the clinic's: the times are meant there
 * @param notice how long before the start the client may still cancel or move it, frozen when it was booked: a policy
 *     made stricter later does not bind those who booked before
 * @param version grows with every change
 * @param notes the client's own, for the clinic
 */
public record AppointmentView(
        AppointmentId id,
        Named treatment,
        Named practitioner,
        Instant startsAt,
        Instant endsAt,
        ZoneId zone,
        AppointmentStatus status,
        Money price,
        Duration notice,
        int version,
        @Nullable String notes) {

    /** The treatment's or practitioner's id and the name to show. */
    public record Named(UUID id, String name) {}

    /** The client may cancel or move it before this instant, not at it. */
    public Instant changeableUntil() {
        return startsAt.minus(notice);
    }

    public boolean changeable(Instant now) {
        return lock(now).isEmpty();
    }

    /** Why the client can no longer cancel or move it. */
    public Optional<Lock> lock(Instant now) {
        return Lock.of(status, startsAt, notice, now);
    }

    public Cursor cursor() {
        return new Cursor(startsAt, id.value());
    }

    public enum Lock {
        CANCELLED,
        DONE,
        STARTED,
        TOO_LATE;

        static Optional<Lock> of(AppointmentStatus status, Instant startsAt, Duration notice, Instant now) {
            if (status != AppointmentStatus.BOOKED) {
                return Optional.of(status == AppointmentStatus.CANCELLED ? CANCELLED : DONE);
            }
            if (!now.isBefore(startsAt)) {
                return Optional.of(STARTED);
            }
            return now.isBefore(startsAt.minus(notice)) ? Optional.empty() : Optional.of(TOO_LATE);
        }
    }
}
