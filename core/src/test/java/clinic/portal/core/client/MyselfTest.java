package clinic.portal.core.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.portal.core.fixtures.Fixtures;
import clinic.portal.core.fixtures.World;
import clinic.portal.core.shared.NoSuchThing;
import clinic.portal.core.shared.SessionId;
import clinic.portal.core.shared.Viewer;
import org.junit.jupiter.api.Test;

class MyselfTest {
    private final World world = Fixtures.glow();

    @Test
    void aClientSeesTheirOwnDetails() {
        assertThat(world.myself.show(world.asAda())).isEqualTo(world.ada);
        assertThat(world.myself.show(world.asBen())).isEqualTo(world.ben);
    }

    @Test
    void anErasedClientIsNotThere() {
        world.profiles.erase(world.glow.id(), world.ada.id());

        assertThatThrownBy(() -> world.myself.show(world.asAda())).isInstanceOf(NoSuchThing.class);
    }

    @Test
    void aClientIsNotThereInAnotherClinic() {
        var astray = new Viewer.Client(world.calm.id(), world.ada.id(), new SessionId(Fixtures.uuid(1)), false);

        assertThatThrownBy(() -> world.myself.show(astray)).isInstanceOf(NoSuchThing.class);
    }
}
