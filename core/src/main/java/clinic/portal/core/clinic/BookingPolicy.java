package clinic.portal.core.clinic;

import java.time.Duration;

/**
 * How a clinic takes bookings.
 *
 * @param notice how long before its start an appointment can be booked at the latest
 * @param horizonDays how many days ahead, today being day 0 in the clinic's zone
 * @param grid the step between the starts that are offered, unless a treatment has its own; 5 to 60 minutes
 * @param cancelNotice how long before the start a client may still cancel or move; frozen on each appointment
 */
public record BookingPolicy(Duration notice, int horizonDays, Duration grid, Duration cancelNotice) {}
