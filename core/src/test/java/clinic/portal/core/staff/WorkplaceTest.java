package clinic.portal.core.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.portal.core.fixtures.Fixtures;
import clinic.portal.core.fixtures.World;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.NoSuchThing;
import clinic.portal.core.shared.SessionId;
import clinic.portal.core.shared.Viewer;
import org.junit.jupiter.api.Test;

class WorkplaceTest {
    private final World world = Fixtures.glow();

    @Test
    void aMemberOfStaffSeesWhoTheyAreAndWhere() {
        var badge = world.workplace.show(world.asOlga());

        assertThat(badge).isEqualTo(new Workplace.Badge(world.olga, world.glow, false));
    }

    @Test
    void theWorkplaceIsThereThoughThePortalIsOff() {
        world.clinics.put(Fixtures.switchedOff(world.glow));

        assertThat(world.workplace.show(world.asOlga()).clinic().portalOn()).isFalse();
    }

    @Test
    void whoHasLeftIsNotThere() {
        world.members.leaves(world.glow.id(), world.olga.id());

        assertThatThrownBy(() -> world.workplace.show(world.asOlga())).isInstanceOf(NoSuchThing.class);
    }

    @Test
    void aWorkplaceThatIsNotThereIsNotShown() {
        var nowhere = new ClinicId(Fixtures.uuid(99));
        world.members.put(nowhere, world.olga);
        var astray =
                new Viewer.Member(nowhere, world.olga.id(), new SessionId(Fixtures.uuid(1)), world.olga.role(), false);

        assertThatThrownBy(() -> world.workplace.show(astray)).isInstanceOf(NoSuchThing.class);
    }
}
