package clinic.portal.core.clinic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.portal.core.fixtures.Fixtures;
import clinic.portal.core.fixtures.World;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.NoSuchThing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortalFrontTest {
    private final World world = Fixtures.glow();

    @Test
    void anybodySeesAPortalThatIsOn() {
        assertThat(world.portalFront.show(world.glow.id())).isEqualTo(world.glow);
    }

    @Test
    void nobodySeesAPortalThatIsOff() {
        world.clinics.put(Fixtures.switchedOff(world.glow));

        assertThatThrownBy(() -> world.portalFront.show(world.glow.id())).isInstanceOf(NoSuchThing.class);
    }

    @Test
    void aClinicThatIsNotThereHasNoPortal() {
        assertThatThrownBy(() -> world.portalFront.show(new ClinicId(Fixtures.uuid(99))))
                .isInstanceOf(NoSuchThing.class);
    }

    @Test
    void theDirectoryKnowsWhoseSlugItIs() {
        assertThat(world.clinics.require("glow")).isEqualTo(world.glow.id());
        assertThat(world.clinics.require("calm")).isEqualTo(world.calm.id());
        assertThat(world.clinics.all()).containsExactly(world.glow.id(), world.calm.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "", "GLOW", "glow ", "../glow", "a"})
    void whatIsNobodysSlugIsNotFound(String slug) {
        assertThatThrownBy(() -> world.clinics.require(slug)).isInstanceOf(NoSuchThing.class);
    }
}
