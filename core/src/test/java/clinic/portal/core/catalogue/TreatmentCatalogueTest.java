package clinic.portal.core.catalogue;

import static clinic.portal.core.fixtures.Fixtures.uuid;
import static clinic.portal.core.fixtures.Offers.aTreatment;
import static clinic.portal.core.fixtures.Offers.changed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.assertj.core.groups.Tuple.tuple;

import clinic.portal.core.catalogue.Treatment.Plan;
import clinic.portal.core.fixtures.Draft;
import clinic.portal.core.fixtures.Fixtures;
import clinic.portal.core.fixtures.World;
import clinic.portal.core.shared.Invalid;
import clinic.portal.core.shared.Money;
import clinic.portal.core.shared.NoSuchThing;
import clinic.portal.core.shared.Outdated;
import clinic.portal.core.shared.PageRequest;
import clinic.portal.core.shared.RoleNotAllowed;
import java.util.Currency;
import java.util.List;
import java.util.function.UnaryOperator;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class TreatmentCatalogueTest {
    private final World world = Fixtures.glow();
    private final TreatmentCatalogue catalogue = world.desk.treatments;

    @Test
    void aNewTreatmentIsThereFromThenOn() {
        var created = catalogue.create(world.asOlga(), world.facial.plan());

        assertThat(created.plan()).isEqualTo(world.facial.plan());
        assertThat(created.version()).isZero();
        assertThat(created.id()).isNotEqualTo(world.facial.id());
        assertThat(catalogue.show(world.asRita(), created.id())).isEqualTo(created);
    }

    @Test
    void aChangedTreatmentIsTheNextVersion() {
        var plan = plan(draft -> draft.every(7));

        var replaced = catalogue.replace(world.asOlga(), world.facial.id(), 0, plan);

        assertThat(replaced).isEqualTo(new Treatment(world.facial.id(), plan, 1));
        assertThat(catalogue.show(world.asRita(), world.facial.id())).isEqualTo(replaced);
    }

    @Test
    void whatHasChangedMeanwhileIsNotOverwritten() {
        catalogue.replace(world.asOlga(), world.facial.id(), 0, plan(draft -> draft.every(7)));

        assertThatThrownBy(() -> catalogue.replace(world.asOlga(), world.facial.id(), 0, world.facial.plan()))
                .isInstanceOf(Outdated.class);
        assertThat(catalogue.show(world.asOlga(), world.facial.id()).version()).isEqualTo(1);
    }

    @Test
    void aPlanThatNamesWhatIsNotTheClinicsIsToldAllOfIt() {
        var astray = plan(draft -> draft.at(new Money(100, Currency.getInstance("EUR")))
                .by(world.iris, world.quim)
                .onlyAfter(world.wrap.id()));
        Tuple[] all = {
            tuple("/price/currency", "wrong_currency"),
            tuple("/practitionerIds", "unknown"),
            tuple("/onlyAfterTreatmentId", "unknown")
        };

        assertThatThrownBy(() -> catalogue.create(world.asOlga(), astray))
                .asInstanceOf(type(Invalid.class))
                .satisfies(refusal -> assertThat(refusal.violations())
                        .extracting(Invalid.Violation::pointer, Invalid.Violation::code)
                        .containsExactly(all));
        assertThatThrownBy(() -> catalogue.replace(world.asOlga(), world.facial.id(), 0, astray))
                .isInstanceOf(Invalid.class);
        assertThat(catalogue
                        .list(world.asOlga(), Shelf.CURRENT, PageRequest.first(10))
                        .items())
                .hasSize(3);
    }

    @Test
    void nothingComesAfterItself() {
        assertThatThrownBy(() -> catalogue.replace(
                        world.asOlga(), world.facial.id(), 0, plan(draft -> draft.onlyAfter(world.facial.id()))))
                .isInstanceOf(Invalid.class);
        assertThat(catalogue.replace(
                        world.asOlga(), world.facial.id(), 0, plan(draft -> draft.onlyAfter(world.laser.id()))))
                .isNotNull();
    }

    @Test
    void whatNothingRefersToIsDeleted() {
        assertThat(catalogue.remove(world.asOlga(), world.laser.id())).isEqualTo(Removal.DELETED);

        assertThatThrownBy(() -> catalogue.show(world.asOlga(), world.laser.id()))
                .isInstanceOf(NoSuchThing.class);
    }

    @Test
    void whatSomethingRefersToIsArchived() {
        assertThat(catalogue.remove(world.asOlga(), world.facial.id())).isEqualTo(Removal.ARCHIVED);

        assertThat(catalogue.show(world.asOlga(), world.facial.id()))
                .isEqualTo(new Treatment(world.facial.id(), plan(Draft::archived), 1));
    }

    @Test
    void archivingTwiceChangesNothingMore() {
        catalogue.remove(world.asOlga(), world.facial.id());

        assertThat(catalogue.remove(world.asOlga(), world.facial.id())).isEqualTo(Removal.ARCHIVED);
        assertThat(catalogue.show(world.asOlga(), world.facial.id()).version()).isEqualTo(1);
    }

    @Test
    void archivingNeedsNoPlanThatWouldPassToday() {
        // Its price is from before the clinic changed its currency.
        world.diary.treatments.put(
                world.glow.id(), changed(world.facial, draft -> draft.at(new Money(100, Currency.getInstance("EUR")))));

        assertThat(catalogue.remove(world.asOlga(), world.facial.id())).isEqualTo(Removal.ARCHIVED);
    }

    @Test
    void onlyWhoRunsTheClinicChangesIt() {
        assertThatThrownBy(() -> catalogue.create(world.asRita(), world.facial.plan()))
                .isInstanceOf(RoleNotAllowed.class);
        assertThatThrownBy(() -> catalogue.replace(world.asRita(), world.facial.id(), 0, world.facial.plan()))
                .isInstanceOf(RoleNotAllowed.class);
        assertThatThrownBy(() -> catalogue.remove(world.asRita(), world.laser.id()))
                .isInstanceOf(RoleNotAllowed.class);
    }

    @Test
    void anotherClinicsTreatmentIsNotThere() {
        assertThatThrownBy(() -> catalogue.show(world.asOlga(), world.wrap.id()))
                .isInstanceOf(NoSuchThing.class);
        assertThatThrownBy(() -> catalogue.replace(world.asOlga(), world.wrap.id(), 0, world.facial.plan()))
                .isInstanceOf(NoSuchThing.class);
        assertThatThrownBy(() -> catalogue.remove(world.asOlga(), world.wrap.id()))
                .isInstanceOf(NoSuchThing.class);
    }

    @Test
    void eachShelfHoldsItsOwnByName() {
        world.diary.treatments.put(world.glow.id(), changed(world.laser, Draft::offline));
        catalogue.remove(world.asOlga(), world.facial.id());

        assertThat(names(Shelf.PUBLIC)).containsExactly("Peel");
        assertThat(names(Shelf.CURRENT)).containsExactly("Laser", "Peel");
        assertThat(names(Shelf.ARCHIVED)).containsExactly("Facial");
    }

    @Test
    void pagesGoOnByNameAndId() {
        world.diary.treatments.put(world.glow.id(), aTreatment(9010, "Laser", world.noor));

        var first = catalogue.list(world.asRita(), Shelf.CURRENT, PageRequest.first(2));
        var second = catalogue.list(world.asRita(), Shelf.CURRENT, new PageRequest(2, first.next()));

        assertThat(first.items()).extracting(each -> each.id().value()).containsExactly(uuid(9001), uuid(9002));
        assertThat(second.items()).extracting(each -> each.id().value()).containsExactly(uuid(9010), uuid(9003));
        assertThat(second.next()).isNull();
    }

    @Test
    void conditionsAskForALoginAndNothingElseDoes() {
        assertThat(world.facial.loginRequired()).isFalse();
        assertThat(changed(world.facial, draft -> draft.every(7)).loginRequired())
                .isTrue();
        assertThat(changed(world.facial, draft -> draft.onlyAfter(world.laser.id()))
                        .loginRequired())
                .isTrue();
    }

    private List<String> names(Shelf shelf) {
        return catalogue.list(world.asRita(), shelf, PageRequest.first(10)).items().stream()
                .map(each -> each.plan().name())
                .toList();
    }

    private Plan plan(UnaryOperator<Draft> change) {
        return changed(world.facial, change).plan();
    }
}
