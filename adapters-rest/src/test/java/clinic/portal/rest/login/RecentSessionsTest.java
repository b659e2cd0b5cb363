package clinic.portal.rest.login;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.core.login.Audience;
import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.SessionId;
import clinic.portal.core.shared.Viewer;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RecentSessionsTest {
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000);
    private final RecentSessions recent = new RecentSessions(nanos::get);
    private final Viewer ada = new Viewer.Client(
            new ClinicId(new UUID(0, 1)), new ClientId(new UUID(0, 2)), new SessionId(new UUID(0, 3)), false);

    @Test
    void aTokenIsTakenAtItsWordForLessThanFiveSeconds() {
        recent.remember("token", Audience.PORTAL, ada);

        elapse(Duration.ofMillis(3_999));
        assertThat(recent.find("token", Audience.PORTAL)).contains(ada);

        elapse(Duration.ofMillis(1));
        assertThat(recent.find("token", Audience.PORTAL)).isEmpty();
    }

    @Test
    void beingLookedUpDoesNotProlongIt() {
        recent.remember("token", Audience.PORTAL, ada);

        for (int second = 0; second < 4; second++) {
            assertThat(recent.find("token", Audience.PORTAL)).contains(ada);
            elapse(Duration.ofSeconds(1));
        }

        assertThat(recent.find("token", Audience.PORTAL)).isEmpty();
    }

    @Test
    void theTimeOfTheRealProgramCannotBeSetBack() {
        var time = new RecentSessions.Time().ticker();

        long before = System.nanoTime();
        long read = time.read();

        assertThat(read - before).isNotNegative();
        assertThat(System.nanoTime() - read).isNotNegative();
    }

    private void elapse(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
