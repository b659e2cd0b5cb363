package clinic.portal.core.booking;

import clinic.portal.core.shared.Unauthenticated;
import java.util.Map;

/** Nobody was given this one. */
public final class PrefillInvalid extends Unauthenticated {
    public PrefillInvalid() {
        super("prefill_invalid", "This link is not valid; fill in the form by hand.", Map.of());
    }
}
