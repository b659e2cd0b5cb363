package clinic.portal.core.fakes;

import clinic.portal.core.shared.Throttle;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** One span of time after the other for each allowance and caller, from the first call on. */
public final class InMemoryThrottle implements Throttle {
    private record Key(Allowance allowance, String caller) {}

    private record Span(Instant end, int taken) {
        Span at(Instant now, Duration per) {
            return now.isBefore(end)
                    ? this
                    : new Span(
                            end.plus(per.multipliedBy(Duration.between(end, now).dividedBy(per) + 1)), 0);
        }
    }

    private final Clock clock;
    private final Map<Key, Span> spans = new HashMap<>();

    public InMemoryThrottle(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized Standing take(Allowance allowance, String caller) {
        var key = new Key(allowance, caller);
        var now = clock.instant();
        var span =
                spans.getOrDefault(key, new Span(now.plus(allowance.per()), 0)).at(now, allowance.per());
        if (span.taken == allowance.times()) {
            return new Standing(false, 0, Duration.between(now, span.end));
        }
        spans.put(key, new Span(span.end, span.taken + 1));
        return new Standing(true, allowance.times() - span.taken - 1L, Duration.ZERO);
    }
}
