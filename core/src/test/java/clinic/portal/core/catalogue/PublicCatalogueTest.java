package clinic.portal.core.catalogue;

import static clinic.portal.core.fixtures.Fixtures.uuid;
import static clinic.portal.core.fixtures.Offers.changed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.portal.core.fixtures.Draft;
import clinic.portal.core.fixtures.Fixtures;
import clinic.portal.core.fixtures.World;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.NoSuchThing;
import clinic.portal.core.shared.PageRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PublicCatalogueTest {
    private static final PageRequest TEN = PageRequest.first(10);

    private final World world = Fixtures.glow();
    private final PublicCatalogue catalogue = world.desk.publicCatalogue;

    @Test
    void anybodySeesWhatCanBeBookedByName() {
        assertThat(treatments()).containsExactly("Facial", "Laser", "Peel");

        world.diary.treatments.put(world.glow.id(), changed(world.laser, Draft::offline));
        world.diary.treatments.put(world.glow.id(), changed(world.peel, Draft::archived));

        assertThat(treatments()).containsExactly("Facial");
    }

    @Test
    void anybodySeesWhoTreatsByName() {
        assertThat(practitioners(null)).containsExactly("Dr Iris Lane", "Noor Haddad");

        world.desk.departures.remove(world.asOlga(), world.iris.id());

        assertThat(practitioners(null)).containsExactly("Noor Haddad");
    }

    @Test
    void oneCanAskWhoDoesSomething() {
        assertThat(practitioners(world.laser.id())).containsExactly("Noor Haddad");
        assertThat(practitioners(new TreatmentId(uuid(1)))).isEmpty();
        assertThat(practitioners(world.wrap.id())).isEmpty();
    }

    @Test
    void nobodyIsSaidToDoWhatCannotBeBooked() {
        world.diary.treatments.put(world.glow.id(), changed(world.laser, Draft::offline));

        assertThat(practitioners(world.laser.id())).isEmpty();
    }

    @Test
    void aPortalThatIsOffShowsNothing() {
        world.clinics.put(Fixtures.switchedOff(world.glow));

        assertThatThrownBy(this::treatments).isInstanceOf(NoSuchThing.class);
        assertThatThrownBy(() -> practitioners(null)).isInstanceOf(NoSuchThing.class);
        assertThatThrownBy(() -> practitioners(world.laser.id())).isInstanceOf(NoSuchThing.class);
    }

    @Test
    void aClinicThatIsNotThereShowsNothing() {
        assertThatThrownBy(() -> catalogue.treatments(new ClinicId(uuid(99)), TEN))
                .isInstanceOf(NoSuchThing.class);
    }

    private List<String> treatments() {
        return catalogue.treatments(world.glow.id(), TEN).items().stream()
                .map(each -> each.plan().name())
                .toList();
    }

    private List<String> practitioners(@Nullable TreatmentId treatment) {
        return catalogue.practitioners(world.glow.id(), treatment, TEN).items().stream()
                .map(each -> each.plan().name())
                .toList();
    }
}
