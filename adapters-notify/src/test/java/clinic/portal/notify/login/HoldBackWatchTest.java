package clinic.portal.notify.login;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.core.fixtures.Fixtures;
import clinic.portal.core.login.HoldReason;
import clinic.portal.core.login.Identifier;
import clinic.portal.core.shared.EmailAddress;
import clinic.portal.notify.shared.CapturedLog;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class HoldBackWatchTest {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final HoldBackWatch watch = new HoldBackWatch(meters);

    @Test
    void everyReasonIsCountedByItself() {
        hold(HoldReason.TOO_SOON);
        hold(HoldReason.TOO_SOON);
        hold(HoldReason.OPTED_OUT);

        assertThat(held("too_soon")).isEqualTo(2);
        assertThat(held("opted_out")).isEqualTo(1);
        assertThat(held("portal_off")).isZero();
    }

    @Test
    void theReasonIsTheOnlyTag() {
        assertThat(meters.getMeters())
                .hasSize(HoldReason.values().length)
                .allSatisfy(meter -> assertThat(meter.getId().getTags())
                        .extracting(Tag::getKey)
                        .containsExactly("reason"));
    }

    @Test
    void theLogTellsTheReasonAndNobodysAddress() {
        try (var log = new CapturedLog()) {
            hold(HoldReason.TOO_SOON);

            assertThat(log.lines()).anyMatch(line -> line.contains("TOO_SOON"));
            assertThat(log.lines()).noneMatch(line -> line.contains("canary"));
        }
    }

    private void hold(HoldReason reason) {
        watch.heldBack(Fixtures.aClinic().id(), new Identifier.Email(new EmailAddress("canary@example.com")), reason);
    }

    private double held(String reason) {
        return meters.get("portal.login.links.held")
                .tag("reason", reason)
                .counter()
                .count();
    }
}
