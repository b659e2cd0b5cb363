package clinic.portal.core.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import clinic.portal.core.catalogue.Practitioner.Plan;
import clinic.portal.core.fixtures.Fixtures;
import clinic.portal.core.fixtures.World;
import clinic.portal.core.shared.Invalid;
import clinic.portal.core.shared.NoSuchThing;
import clinic.portal.core.shared.Outdated;
import clinic.portal.core.shared.PageRequest;
import clinic.portal.core.shared.RoleNotAllowed;
import java.util.List;
import org.junit.jupiter.api.Test;

class PractitionerRosterTest {
    private static final Plan UMA = new Plan("Uma Fresh", null, false);

    private final World world = Fixtures.glow();
    private final PractitionerRoster roster = world.desk.practitioners;

    @Test
    void whoIsNewIsThereFromThenOn() {
        var uma = roster.create(world.asOlga(), UMA);

        assertThat(uma).isEqualTo(new Practitioner(uma.id(), UMA, 0));
        assertThat(roster.show(world.asRita(), uma.id())).isEqualTo(uma);
    }

    @Test
    void whoHasChangedIsTheNextVersion() {
        var renamed = roster.replace(world.asOlga(), world.iris.id(), 0, UMA);

        assertThat(renamed).isEqualTo(new Practitioner(world.iris.id(), UMA, 1));
        assertThat(roster.show(world.asRita(), world.iris.id())).isEqualTo(renamed);
    }

    @Test
    void whatHasChangedMeanwhileIsNotOverwritten() {
        roster.replace(world.asOlga(), world.iris.id(), 0, UMA);

        assertThatThrownBy(() -> roster.replace(world.asOlga(), world.iris.id(), 0, world.iris.plan()))
                .isInstanceOf(Outdated.class);
    }

    @Test
    void nobodyIsTakenOutOfTheTeamOnTheQuiet() {
        assertThatThrownBy(() -> roster.replace(world.asOlga(), world.iris.id(), 0, new Plan("Iris", null, true)))
                .asInstanceOf(type(Invalid.class))
                .returns("/archived", invalid -> invalid.violations().getFirst().pointer());
        assertThat(roster.show(world.asOlga(), world.iris.id())).isEqualTo(world.iris);
    }

    @Test
    void whoHasLeftCanComeBack() {
        world.desk.departures.remove(world.asOlga(), world.iris.id());

        assertThat(roster.replace(world.asOlga(), world.iris.id(), 1, world.iris.plan())
                        .plan()
                        .archived())
                .isFalse();
    }

    @Test
    void eachShelfHoldsItsOwnByName() {
        world.desk.departures.remove(world.asOlga(), world.iris.id());
        roster.create(world.asOlga(), UMA);

        assertThat(names(Shelf.CURRENT)).containsExactly("Noor Haddad", "Uma Fresh");
        assertThat(names(Shelf.ARCHIVED)).containsExactly("Dr Iris Lane");
    }

    @Test
    void onlyWhoRunsTheClinicChangesIt() {
        assertThatThrownBy(() -> roster.create(world.asRita(), UMA)).isInstanceOf(RoleNotAllowed.class);
        assertThatThrownBy(() -> roster.replace(world.asRita(), world.iris.id(), 0, UMA))
                .isInstanceOf(RoleNotAllowed.class);
        assertThat(names(Shelf.CURRENT)).hasSize(2);
    }

    @Test
    void anotherClinicsPractitionerIsNotThere() {
        assertThatThrownBy(() -> roster.show(world.asOlga(), world.quim.id())).isInstanceOf(NoSuchThing.class);
        assertThatThrownBy(() -> roster.replace(world.asOlga(), world.quim.id(), 0, UMA))
                .isInstanceOf(NoSuchThing.class);
    }

    private List<String> names(Shelf shelf) {
        return roster.list(world.asRita(), shelf, PageRequest.first(10)).items().stream()
                .map(each -> each.plan().name())
                .toList();
    }
}
