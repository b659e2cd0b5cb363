package clinic.portal.core.shared;

import java.time.Duration;
import java.util.Map;

/** The same rows were wanted by too many at once, several times over (SECURITY B33); trying again is right. */
public final class Busy extends Refusal {
    public Busy() {
        super("temporarily_unavailable", "Too much is happening at once; try again in a moment.", Map.of());
    }

    public Duration retryAfter() {
        return Duration.ofSeconds(1);
    }
}
