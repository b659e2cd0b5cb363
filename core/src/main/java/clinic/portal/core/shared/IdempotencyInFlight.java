package clinic.portal.core.shared;

import java.util.Map;

/** The same request is being answered just now. */
public final class IdempotencyInFlight extends Conflict {
    public IdempotencyInFlight() {
        super("idempotency_in_flight", "The same request is being answered just now; try again in a moment.", Map.of());
    }
}
