package clinic.portal.core.login;

import clinic.portal.core.shared.Throttle;
import clinic.portal.core.shared.Throttle.Allowance;
import clinic.portal.core.shared.Throttled;
import clinic.portal.core.shared.Viewer;
import java.time.Duration;

/**
 * How often somebody who is logged in may try a code of a second factor: whoever got hold of the session shall not guess
 * it. To be asked outside of a transaction, so that refused tries count too.
 */
public final class CodeLimit {
    private static final Allowance EACH = new Allowance("second-factor", 10, Duration.ofMinutes(15));

    private final Throttle throttle;

    public CodeLimit(Throttle throttle) {
        this.throttle = throttle;
    }

    /** @throws Throttled after ten within a quarter of an hour, right or wrong */
    public void admit(Viewer.Member viewer) {
        var standing = throttle.take(
                EACH, viewer.clinic().value() + " " + viewer.member().value());
        if (!standing.allowed()) {
            throw new Throttled(standing.retryAfter());
        }
    }
}
