package clinic.portal.core.booking;

import clinic.portal.core.shared.Conflict;
import java.util.Map;

/** The clinic has switched online booking off. */
public final class BookingOff extends Conflict {
    public BookingOff() {
        super("booking_off", "The clinic takes no bookings here at the moment; call it instead.", Map.of());
    }
}
