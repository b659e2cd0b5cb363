package clinic.portal.core.booking;

import clinic.portal.core.shared.Conflict;
import java.time.LocalDate;
import java.util.Map;

/** There must be more days between two of these. */
public final class TooSoon extends Conflict {
    /** @param earliest the first day that is far enough from the client's others */
    TooSoon(LocalDate earliest) {
        super(
                "too_soon",
                "There must be more days between this and your other appointment for it.",
                Map.of("earliestOn", earliest.toString()));
    }
}
