package clinic.portal.core.shared;

import java.time.Duration;

/** Counts what one caller does, over all instances. Call it outside a transaction: a refused try must count too. */
public interface Throttle {
    Standing take(Allowance allowance, String caller);

    /** @param times how often within {@code per}, counted from the first; when it is over, as often again */
    record Allowance(String name, int times, Duration per) {}

    /**
     * @param left how many more are allowed right now
     * @param retryAfter how long until the next is allowed; zero where this one was
     */
    record Standing(boolean allowed, long left, Duration retryAfter) {}
}
