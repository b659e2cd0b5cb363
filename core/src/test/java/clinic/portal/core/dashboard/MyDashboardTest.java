package clinic.portal.core.dashboard;

import static clinic.portal.core.fixtures.Fixtures.NOW;
import static clinic.portal.core.fixtures.Fixtures.aBookedAppointment;
import static clinic.portal.core.fixtures.Fixtures.pounds;
import static clinic.portal.core.fixtures.Fixtures.uuid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.portal.core.fixtures.Fixtures;
import clinic.portal.core.fixtures.World;
import clinic.portal.core.shared.AppointmentId;
import clinic.portal.core.shared.NoSuchThing;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MyDashboardTest {
    private final World world = Fixtures.glow();

    @Test
    void aClientSeesAllOfTheirsOnOnePage() {
        var dashboard = world.myDashboard.show(world.asAda());

        assertThat(dashboard.client()).isEqualTo(world.ada);
        assertThat(dashboard.clinic()).isEqualTo(world.glow);
        assertThat(dashboard.asOf()).isEqualTo(NOW);
        assertThat(dashboard.preview()).isFalse();
        assertThat(dashboard.next().orElseThrow().id()).isEqualTo(new AppointmentId(uuid(1005)));
        assertThat(dashboard.upcoming()).hasSize(3);
        assertThat(dashboard.tiles()).isEqualTo(new Dashboard.Tiles(3, 1, pounds(20), 1, 4, 1, pounds(30)));
    }

    @Test
    void whoHasNothingToComeHasNoNextAppointment() {
        assertThat(world.myDashboard.show(world.asBen()).next()).isEmpty();
    }

    @Test
    void timePassingBringsTheNextAppointmentForward() {
        world.clock.elapse(Duration.ofHours(4));

        assertThat(world.myDashboard.show(world.asAda()).next().orElseThrow().id())
                .isEqualTo(new AppointmentId(uuid(1003)));
    }

    @Test
    void tenUpcomingAppointmentsAreShownAndAllAreCounted() {
        for (int number = 0; number < 11; number++) {
            var start = NOW.plus(Duration.ofHours(1 + number));
            world.appointments.put(world.glow.id(), world.ben.id(), aBookedAppointment(5000 + number, start));
        }

        var dashboard = world.myDashboard.show(world.asBen());

        assertThat(dashboard.upcoming()).hasSize(10);
        assertThat(dashboard.tiles().appointments()).isEqualTo(11);
    }

    @Test
    void anErasedClientHasNone() {
        world.profiles.erase(world.glow.id(), world.ada.id());

        assertThatThrownBy(() -> world.myDashboard.show(world.asAda())).isInstanceOf(NoSuchThing.class);
    }
}
