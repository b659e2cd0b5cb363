package clinic.portal.core.login;

import java.util.Optional;

/**
 * How many links may go out (SECURITY S9). Kept silently: whoever asks gets the same answer.
 *
 * @param perMinute for one identifier within 60 seconds
 * @param perHour for one identifier within 60 minutes
 * @param smsPerDay by SMS for one clinic within 24 hours
 */
public record LinkLimits(int perMinute, int perHour, int smsPerDay) {
    public static final LinkLimits USUAL = new LinkLimits(1, 5, 200);

    Optional<HoldReason> check(Identifier identifier, LinkHistory history) {
        if (history.lastMinute() >= perMinute) {
            return Optional.of(HoldReason.TOO_SOON);
        }
        if (history.lastHour() >= perHour) {
            return Optional.of(HoldReason.TOO_MANY_THIS_HOUR);
        }
        if (identifier instanceof Identifier.Phone && history.smsLastDay() >= smsPerDay) {
            return Optional.of(HoldReason.CLINIC_SMS_LIMIT);
        }
        return Optional.empty();
    }
}
