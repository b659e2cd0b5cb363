package clinic.portal.core.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.core.shared.Throttle;
import clinic.portal.core.shared.Throttle.Allowance;
import clinic.portal.core.shared.Throttle.Standing;
import java.time.Duration;
import org.junit.jupiter.api.Test;

public abstract class ThrottleContract {
    private static final Allowance THREE_AN_HOUR = new Allowance("three-an-hour", 3, Duration.ofHours(1));
    private static final Allowance OTHER = new Allowance("other", 3, Duration.ofHours(1));

    protected abstract Throttle throttle();

    @Test
    void eachTakingLeavesOneLess() {
        assertThat(take().left()).isEqualTo(2);
        assertThat(take().left()).isEqualTo(1);

        var last = take();

        assertThat(last.allowed()).isTrue();
        assertThat(last.left()).isZero();
        assertThat(last.retryAfter()).isZero();
    }

    @Test
    void oneTooManyIsToldHowLongToWait() {
        takeAll();

        var refused = take();

        assertThat(refused.allowed()).isFalse();
        assertThat(refused.left()).isZero();
        assertThat(refused.retryAfter()).isBetween(Duration.ofMinutes(59), Duration.ofHours(1));
    }

    @Test
    void refusedTriesDoNotProlongTheWait() {
        takeAll();
        take();
        take();

        assertThat(take().retryAfter()).isLessThanOrEqualTo(Duration.ofHours(1));
    }

    @Test
    void callersAndAllowancesAreCountedApart() {
        takeAll();

        assertThat(throttle().take(THREE_AN_HOUR, "another").allowed()).isTrue();
        assertThat(throttle().take(OTHER, "caller").allowed()).isTrue();
    }

    protected Standing take() {
        return throttle().take(THREE_AN_HOUR, "caller");
    }

    protected void takeAll() {
        for (int times = 0; times < THREE_AN_HOUR.times(); times++) {
            take();
        }
    }
}
