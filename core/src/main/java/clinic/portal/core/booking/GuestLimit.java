package clinic.portal.core.booking;

import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.Throttle;
import clinic.portal.core.shared.Throttle.Allowance;
import clinic.portal.core.shared.Throttled;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * How often bookings can be made in somebody's name by whoever knows their address: each sends them a message. To be
 * asked outside of a transaction, so that refused tries count too.
 */
public final class GuestLimit {
    private static final Allowance EACH = new Allowance("guest-booking", 5, Duration.ofHours(1));

    private static final int TELLING_DIGITS = 9;

    private final Throttle throttle;

    public GuestLimit(Throttle throttle) {
        this.throttle = throttle;
    }

    /** @throws Throttled after five an hour with the same address, or the same number */
    public void admit(ClinicId clinic, Guest guest) {
        for (String way : List.of(guest.email().strip().toLowerCase(Locale.ROOT), lastDigits(guest.phone()))) {
            var standing = throttle.take(EACH, clinic.value() + " " + way);
            if (!standing.allowed()) {
                throw new Throttled(standing.retryAfter());
            }
        }
    }

    /** The same however the number is typed: with the country's code, with a zero, or with neither. */
    private static String lastDigits(String phone) {
        String digits = phone.replaceAll("[^0-9]", "");
        return digits.substring(Math.max(0, digits.length() - TELLING_DIGITS));
    }
}
