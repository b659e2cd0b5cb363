package clinic.portal.core.booking;

import static clinic.portal.core.fixtures.Fixtures.uuid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.portal.core.booking.MyAppointments.When;
import clinic.portal.core.fixtures.Fixtures;
import clinic.portal.core.fixtures.World;
import clinic.portal.core.shared.AppointmentId;
import clinic.portal.core.shared.NoSuchThing;
import clinic.portal.core.shared.PageRequest;
import clinic.portal.core.shared.Viewer;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MyAppointmentsTest {
    private final World world = Fixtures.glow();

    @Test
    void aClientSeesWhatIsToComeTheSoonestFirst() {
        assertThat(ids(world.asAda(), When.UPCOMING)).containsExactly(uuid(1005), uuid(1003), uuid(1004));
    }

    @Test
    void aClientSeesWhatWasTheLatestFirst() {
        assertThat(ids(world.asAda(), When.PAST)).containsExactly(uuid(1002), uuid(1001));
    }

    @Test
    void timePassingMovesAppointmentsFromOneListToTheOther() {
        world.clock.elapse(Duration.ofHours(4));

        assertThat(ids(world.asAda(), When.UPCOMING)).containsExactly(uuid(1003), uuid(1004));
        assertThat(ids(world.asAda(), When.PAST)).containsExactly(uuid(1005), uuid(1002), uuid(1001));
    }

    @Test
    void aLongListComesInPages() {
        var first = world.myAppointments.list(world.asAda(), When.UPCOMING, PageRequest.first(2));
        var second = world.myAppointments.list(world.asAda(), When.UPCOMING, new PageRequest(2, first.next()));

        assertThat(first.items()).hasSize(2);
        assertThat(second.items()).extracting(view -> view.id().value()).containsExactly(uuid(1004));
        assertThat(second.next()).isNull();
    }

    @Test
    void aClientSeesOneOfTheirOwn() {
        var shown = world.myAppointments.show(world.asAda(), new AppointmentId(uuid(1003)));

        assertThat(shown.id()).isEqualTo(new AppointmentId(uuid(1003)));
    }

    @Test
    void anotherClientsAppointmentIsNotThere() {
        assertThat(ids(world.asBen(), When.UPCOMING)).isEmpty();
        assertThatThrownBy(() -> world.myAppointments.show(world.asBen(), new AppointmentId(uuid(1003))))
                .isInstanceOf(NoSuchThing.class);
    }

    @Test
    void anotherClinicsAppointmentIsNotThere() {
        assertThatThrownBy(() -> world.myAppointments.show(world.asCleo(), new AppointmentId(uuid(1003))))
                .isInstanceOf(NoSuchThing.class);
    }

    private List<UUID> ids(Viewer.Client viewer, When when) {
        return world.myAppointments.list(viewer, when, PageRequest.first(10)).items().stream()
                .map(view -> view.id().value())
                .toList();
    }
}
