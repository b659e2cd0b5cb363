package clinic.portal.core.fakes;

import clinic.portal.core.shared.Ids;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Looks like UUIDv7 and grows by one each time, so that a failing test names the same ids in every run. */
public final class CountingIds implements Ids {
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final AtomicLong last = new AtomicLong();

    @Override
    public UUID next() {
        long count = last.incrementAndGet();
        return new UUID(count << 16 | VERSION_7, VARIANT | count);
    }

    @Override
    public UUID unguessable() {
        return next();
    }
}
