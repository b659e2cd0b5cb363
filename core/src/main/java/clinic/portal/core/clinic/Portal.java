package clinic.portal.core.clinic;

/**
 * A clinic with all that it has settled about its portal.
 *
 * @param secondFactorRequired every member of staff needs one to log in
 */
public record Portal(Clinic clinic, BookingPolicy policy, boolean secondFactorRequired, int version) {}
