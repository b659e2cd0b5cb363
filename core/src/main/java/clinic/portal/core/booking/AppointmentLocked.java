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

    /** For the staff, whom time alone does not keep from changing it. */
    AppointmentLocked(Reason reason) {
        super(
                "appointment_locked",
                reason.sentence,
                Map.of("lockedReason", reason.name().toLowerCase(Locale.ROOT)));
    }

    /** Why what the staff would like to note does not follow on what the appointment is now. */
    enum Reason {
        BOOKED("Nothing has been noted of this appointment that could be taken back."),
        ARRIVED("The client has arrived for this appointment."),
        DONE("This appointment is over."),
        CANCELLED("This appointment is cancelled already."),
        NOT_BEGUN("This appointment has not begun yet."),
        OTHER_DAY("This can be taken back until the day after the appointment.");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }

        static Reason of(AppointmentStatus status) {
            return switch (status) {
                case BOOKED -> BOOKED;
                case ARRIVED -> ARRIVED;
                case COMPLETED, NO_SHOW -> DONE;
                case CANCELLED -> CANCELLED;
            };
        }
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
