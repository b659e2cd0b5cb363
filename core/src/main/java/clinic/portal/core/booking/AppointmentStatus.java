package clinic.portal.core.booking;

import java.util.EnumSet;
import java.util.Set;

public enum AppointmentStatus {
    BOOKED,
    ARRIVED,
    COMPLETED,
    CANCELLED,
    NO_SHOW;

    /** What may come after it: the one place that says so. What the time of day forbids besides is said by {@link Appointment}. */
    Set<AppointmentStatus> next() {
        return switch (this) {
            case BOOKED -> EnumSet.of(ARRIVED, COMPLETED, CANCELLED, NO_SHOW);
            case ARRIVED -> EnumSet.of(BOOKED, COMPLETED, CANCELLED);
            case COMPLETED, NO_SHOW -> EnumSet.of(BOOKED);
            case CANCELLED -> EnumSet.noneOf(AppointmentStatus.class);
        };
    }
}
