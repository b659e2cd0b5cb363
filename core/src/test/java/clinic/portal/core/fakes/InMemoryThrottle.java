package clinic.portal.core.fakes;

import clinic.portal.core.shared.Throttle;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** One bucket of tokens for each allowance and caller. */
public final class InMemoryThrottle implements Throttle {
    private record Key(Allowance allowance, String caller) {}

    /** @param emptyAt when the bucket was last empty, had it filled evenly ever since */
    private record Bucket(Instant emptyAt) {}

    private final Clock clock;
    private final Map<Key, Bucket> buckets = new HashMap<>();

    public InMemoryThrottle(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized Standing take(Allowance allowance, String caller) {
        var key = new Key(allowance, caller);
        var now = clock.instant();
        var perToken = allowance.per().dividedBy(allowance.times());
        var full = now.minus(perToken.multipliedBy(allowance.times()));
        var known = buckets.getOrDefault(key, new Bucket(full));
        var emptyAt = known.emptyAt.isBefore(full) ? full : known.emptyAt;
        var after = emptyAt.plus(perToken);
        if (after.isAfter(now)) {
            return new Standing(false, 0, Duration.between(now, after));
        }
        buckets.put(key, new Bucket(after));
        return new Standing(true, Duration.between(after, now).dividedBy(perToken), Duration.ZERO);
    }
}
