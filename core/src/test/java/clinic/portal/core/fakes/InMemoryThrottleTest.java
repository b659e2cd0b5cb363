package clinic.portal.core.fakes;

import static clinic.portal.core.fixtures.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.core.contracts.ThrottleContract;
import clinic.portal.core.shared.Throttle;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class InMemoryThrottleTest extends ThrottleContract {
    private final SettableClock clock = new SettableClock(NOW);
    private final InMemoryThrottle throttle = new InMemoryThrottle(clock);

    @Override
    protected Throttle throttle() {
        return throttle;
    }

    @Test
    void nothingComesBackBeforeTheTimeIsOverAndThenAllDoes() {
        take();
        clock.elapse(Duration.ofMinutes(30));
        takeAll();

        clock.elapse(Duration.ofMinutes(30).minusMillis(1));
        assertThat(take().retryAfter()).isEqualTo(Duration.ofMillis(1));

        clock.elapse(Duration.ofMillis(1));
        assertThat(take().left()).isEqualTo(2);
    }
}
