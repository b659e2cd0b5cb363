package clinic.portal.core.calendar;

import static clinic.portal.core.fixtures.Fixtures.uuid;
import static clinic.portal.core.fixtures.Offers.aPractitioner;
import static clinic.portal.core.fixtures.Wishes.wish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.portal.core.booking.SlotNotOffered;
import clinic.portal.core.calendar.Departures.Departed;
import clinic.portal.core.catalogue.Removal;
import clinic.portal.core.fixtures.Fixtures;
import clinic.portal.core.fixtures.Shelved;
import clinic.portal.core.fixtures.World;
import clinic.portal.core.shared.NoSuchThing;
import clinic.portal.core.shared.RoleNotAllowed;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeparturesTest {
    private final World world = Fixtures.glow();

    @Test
    void whoNeverDidAnythingIsDeleted() {
        var fresh = aPractitioner(9109, "Uma Fresh");
        world.diary.practitioners.put(world.glow.id(), fresh);

        assertThat(world.desk.departures.remove(world.asOlga(), fresh.id()))
                .isEqualTo(new Departed(Removal.DELETED, List.of()));
        assertThat(world.diary.practitioners.find(world.glow.id(), fresh.id())).isEmpty();
    }

    @Test
    void whoHasAppointmentsIsArchivedAndThoseAheadAreNamed() {
        var departed = world.desk.departures.remove(world.asOlga(), world.iris.id());

        assertThat(departed.removal()).isEqualTo(Removal.ARCHIVED);
        assertThat(departed.outside())
                .extracting(each -> each.id().value())
                .containsExactly(uuid(1005), uuid(1003), uuid(1004));
        var left = world.desk.practitioners.show(world.asRita(), world.iris.id());
        assertThat(left.plan()).isEqualTo(Shelved.of(world.iris.plan()));
        assertThat(left.version()).isEqualTo(1);
    }

    @Test
    void whoHasLeftIsNotBookedAnyMore() {
        world.desk.departures.remove(world.asOlga(), world.iris.id());

        assertThatThrownBy(() ->
                        world.desk.booking.book(world.asBen(), wish(world.facial, world.iris, "2026-06-17T10:00")))
                .isInstanceOf(SlotNotOffered.class);
        assertThat(world.desk
                        .booking
                        .book(world.asBen(), wish(world.facial, "2026-06-17T10:00"))
                        .practitioner()
                        .name())
                .isEqualTo("Noor Haddad");
    }

    @Test
    void leavingTwiceChangesNothingMore() {
        world.desk.departures.remove(world.asOlga(), world.iris.id());
        var again = world.desk.departures.remove(world.asOlga(), world.iris.id());

        assertThat(again.removal()).isEqualTo(Removal.ARCHIVED);
        assertThat(world.desk
                        .practitioners
                        .show(world.asOlga(), world.iris.id())
                        .version())
                .isEqualTo(1);
        assertThat(world.diary.schedules.stopped()).containsExactly(world.glow.id(), world.glow.id());
    }

    @Test
    void onlyWhoRunsTheClinicTakesAnybodyOut() {
        assertThatThrownBy(() -> world.desk.departures.remove(world.asRita(), world.iris.id()))
                .isInstanceOf(RoleNotAllowed.class);
    }

    @Test
    void anotherClinicsPractitionerIsNotThere() {
        assertThatThrownBy(() -> world.desk.departures.remove(world.asOlga(), world.quim.id()))
                .isInstanceOf(NoSuchThing.class);
    }
}
