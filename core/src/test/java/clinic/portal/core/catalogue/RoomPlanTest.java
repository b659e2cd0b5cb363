package clinic.portal.core.catalogue;

import static clinic.portal.core.fixtures.Wishes.wish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.portal.core.booking.SlotNotOffered;
import clinic.portal.core.catalogue.Room.Plan;
import clinic.portal.core.fixtures.Fixtures;
import clinic.portal.core.fixtures.World;
import clinic.portal.core.shared.NoSuchThing;
import clinic.portal.core.shared.Outdated;
import clinic.portal.core.shared.PageRequest;
import clinic.portal.core.shared.RoleNotAllowed;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoomPlanTest {
    private static final Plan ATTIC = new Plan("Attic", "laser", false);

    private final World world = Fixtures.glow();
    private final RoomPlan rooms = world.desk.rooms;

    @Test
    void aNewRoomIsThereFromThenOn() {
        var attic = rooms.create(world.asOlga(), ATTIC);

        assertThat(attic).isEqualTo(new Room(attic.id(), ATTIC, 0));
        assertThat(rooms.show(world.asRita(), attic.id())).isEqualTo(attic);
    }

    @Test
    void aChangedRoomIsTheNextVersion() {
        var changed = rooms.replace(world.asOlga(), world.laserRoom.id(), 0, ATTIC);

        assertThat(changed).isEqualTo(new Room(world.laserRoom.id(), ATTIC, 1));
        assertThat(rooms.show(world.asRita(), world.laserRoom.id())).isEqualTo(changed);
    }

    @Test
    void whatHasChangedMeanwhileIsNotOverwritten() {
        rooms.replace(world.asOlga(), world.laserRoom.id(), 0, ATTIC);

        assertThatThrownBy(() -> rooms.replace(world.asOlga(), world.laserRoom.id(), 0, ATTIC))
                .isInstanceOf(Outdated.class);
    }

    @Test
    void whatNobodyWasEverInIsDeleted() {
        assertThat(rooms.remove(world.asOlga(), world.laserRoom.id())).isEqualTo(Removal.DELETED);

        assertThatThrownBy(() -> rooms.show(world.asOlga(), world.laserRoom.id()))
                .isInstanceOf(NoSuchThing.class);
    }

    @Test
    void whatSomebodyIsBookedIntoIsArchivedAndNoLongerBooked() {
        world.desk.booking.book(world.asBen(), wish(world.laser, "2026-06-17T10:00"));

        assertThat(rooms.remove(world.asOlga(), world.laserRoom.id())).isEqualTo(Removal.ARCHIVED);
        assertThat(rooms.remove(world.asOlga(), world.laserRoom.id())).isEqualTo(Removal.ARCHIVED);

        assertThat(rooms.show(world.asOlga(), world.laserRoom.id()))
                .isEqualTo(new Room(world.laserRoom.id(), new Plan("Room 1", "laser", true), 1));
        assertThatThrownBy(() -> world.desk.booking.book(world.asBen(), wish(world.laser, "2026-06-17T14:00")))
                .isInstanceOf(SlotNotOffered.class);
    }

    @Test
    void eachShelfHoldsItsOwnByName() {
        rooms.create(world.asOlga(), ATTIC);
        rooms.create(world.asOlga(), new Plan("Cellar", "bath", true));

        assertThat(names(Shelf.CURRENT)).containsExactly("Attic", "Room 1");
        assertThat(names(Shelf.ARCHIVED)).containsExactly("Cellar");
    }

    @Test
    void onlyWhoRunsTheClinicChangesThem() {
        assertThatThrownBy(() -> rooms.create(world.asRita(), ATTIC)).isInstanceOf(RoleNotAllowed.class);
        assertThatThrownBy(() -> rooms.replace(world.asRita(), world.laserRoom.id(), 0, ATTIC))
                .isInstanceOf(RoleNotAllowed.class);
        assertThatThrownBy(() -> rooms.remove(world.asRita(), world.laserRoom.id()))
                .isInstanceOf(RoleNotAllowed.class);
        assertThat(names(Shelf.CURRENT)).containsExactly("Room 1");
    }

    @Test
    void anotherClinicsRoomIsNotThere() {
        assertThatThrownBy(() -> rooms.show(world.asCarl(), world.laserRoom.id()))
                .isInstanceOf(NoSuchThing.class);
        assertThatThrownBy(() -> rooms.remove(world.asCarl(), world.laserRoom.id()))
                .isInstanceOf(NoSuchThing.class);
    }

    private List<String> names(Shelf shelf) {
        return rooms.list(world.asRita(), shelf, PageRequest.first(10)).items().stream()
                .map(each -> each.plan().name())
                .toList();
    }
}
