package clinic.portal.core.booking;

public enum AppointmentStatus {
    BOOKED,
    ARRIVED,
    COMPLETED,
    CANCELLED,
    NO_SHOW
}
