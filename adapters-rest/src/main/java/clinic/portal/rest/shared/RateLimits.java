package clinic.portal.rest.shared;

import clinic.portal.core.shared.Throttle;
import clinic.portal.core.shared.Throttle.Allowance;
import clinic.portal.core.shared.Throttle.Standing;
import clinic.portal.core.shared.Throttled;
import io.vertx.ext.web.RoutingContext;

/** Counting calls, and telling callers where they stand. */
public final class RateLimits {
    private RateLimits() {}

    /**
     * @param policy what the caller is counted by, as it is told
     * @throws Throttled for one call too many
     */
    public static void take(
            Throttle throttle, Allowance allowance, String policy, String caller, RoutingContext context) {
        Standing standing = throttle.take(allowance, caller);
        context.response()
                .putHeader(
                        "RateLimit-Policy",
                        "\"%s\";q=%d;w=%d"
                                .formatted(
                                        policy,
                                        allowance.times(),
                                        allowance.per().toSeconds()))
                .putHeader("RateLimit", "\"%s\";r=%d%s".formatted(policy, standing.left(), wait(standing)));
        if (!standing.allowed()) {
            throw new Throttled(standing.retryAfter());
        }
    }

    /** Nothing for who need not wait. */
    private static String wait(Standing standing) {
        long seconds = standing.retryAfter().plusMillis(999).toSeconds();
        return seconds == 0 ? "" : ";t=" + seconds;
    }
}
