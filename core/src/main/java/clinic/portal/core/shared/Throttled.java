package clinic.portal.core.shared;

import java.time.Duration;
import java.util.Map;

/** Too many of these in too short a time. */
public final class Throttled extends Refusal {
    private final Duration retryAfter;

    public Throttled(Duration retryAfter) {
        this("Too many requests from this address; wait and try again.", retryAfter);
    }

    public Throttled(String detail, Duration retryAfter) {
        super("too_many_requests", detail, Map.of());
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
