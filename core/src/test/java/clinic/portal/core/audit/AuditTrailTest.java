package clinic.portal.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.portal.core.audit.AuditTrail.Search;
import clinic.portal.core.fixtures.Fixtures;
import clinic.portal.core.fixtures.World;
import clinic.portal.core.shared.PageRequest;
import clinic.portal.core.shared.RoleNotAllowed;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AuditTrailTest {
    private final World world = Fixtures.glow();

    @Test
    void daysAreTheClinicsOwn() {
        // Half past midnight in London's summer is still the day before in Greenwich.
        world.clock.elapse(Duration.ofHours(12).plusMinutes(30));
        done("late at night");

        assertThat(found(LocalDate.parse("2026-06-17"), LocalDate.parse("2026-06-17")))
                .containsExactly("late at night");
        assertThat(found(LocalDate.parse("2026-06-16"), LocalDate.parse("2026-06-16")))
                .isEmpty();
    }

    @Test
    void theLastDayIsWithin() {
        done("today");

        assertThat(found(null, LocalDate.parse("2026-06-16"))).containsExactly("today");
        assertThat(found(null, LocalDate.parse("2026-06-15"))).isEmpty();
        assertThat(found(LocalDate.parse("2026-06-17"), null)).isEmpty();
    }

    @Test
    void onlyThoseWhoLeadTheClinicReadIt() {
        var everything = new Search(null, null, null, null, null, null);

        assertThatThrownBy(() -> world.office.trail.list(world.asRita(), everything, PageRequest.first(10)))
                .isInstanceOf(RoleNotAllowed.class);
    }

    private void done(String operation) {
        world.office.going(new Deed(operation, null, "203.0.113.7", "request-1"));
        world.office.witness.saw(world.asOlga(), null);
    }

    private List<String> found(@Nullable LocalDate from, @Nullable LocalDate to) {
        return world
                .office
                .trail
                .list(world.asOlga(), new Search(null, null, null, null, from, to), PageRequest.first(10))
                .page()
                .items()
                .stream()
                .map(entry -> entry.line().deed().operation())
                .toList();
    }
}
