package clinic.portal.core.booking;

import clinic.portal.core.booking.AppointmentView.Lock;
import clinic.portal.core.shared.Conflict;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The appointment can no longer be changed by whoever tries. */
public final class AppointmentLocked extends Conflict {
    /** @param until until when it could have been, in the clinic's zone; absent where time is not what locks it */
    AppointmentLocked(Lock lock, @Nullable ZonedDateTime until) {
        super("appointment_locked", sentence(lock), facts(lock, until));
    }

    private static String sentence(Lock lock) {
        return switch (lock) {
            case CANCELLED -> "This appointment is cancelled already.";
            case DONE -> "This appointment is over.";
            case STARTED -> "This appointment has begun.";
            case TOO_LATE -> "It is too late to change this appointment here; call the clinic.";
        };
    }

    private static Map<String, Object> facts(Lock lock, @Nullable ZonedDateTime until) {
        String reason = lock.name().toLowerCase(Locale.ROOT);
        return lock == Lock.TOO_LATE && until != null
                ? Map.of(
                        "lockedReason",
                        reason,
                        "changeableUntil",
                        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(until.toOffsetDateTime()))
                : Map.of("lockedReason", reason);
    }
}
