package clinic.portal.core.booking;

import clinic.portal.core.shared.AppointmentId;
import clinic.portal.core.shared.Cursor;
import clinic.portal.core.shared.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

/**
 * An appointment as its client sees it.
 *
 * @param zone the clinic's: the times are meant there
 * @param notice how long before the start the client may still cancel or move it, frozen when it was booked: a policy
 *     made stricter later does not bind those who booked before
 * @param version grows with every change
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
        int version) {

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
        if (status != AppointmentStatus.BOOKED) {
            return Optional.of(status == AppointmentStatus.CANCELLED ? Lock.CANCELLED : Lock.DONE);
        }
        if (!now.isBefore(startsAt)) {
            return Optional.of(Lock.STARTED);
        }
        return now.isBefore(changeableUntil()) ? Optional.empty() : Optional.of(Lock.TOO_LATE);
    }

    public Cursor cursor() {
        return new Cursor(startsAt, id.value());
    }

    public enum Lock {
        CANCELLED,
        DONE,
        STARTED,
        TOO_LATE
    }
}
