package clinic.portal.core.booking;

import clinic.portal.core.shared.Gone;
import java.util.Map;

/** Its five minutes are over. */
public final class PrefillExpired extends Gone {
    public PrefillExpired() {
        super("prefill_expired", "This link has expired; fill in the form by hand.", Map.of());
    }
}
