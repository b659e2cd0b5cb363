package clinic.portal.core.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.portal.core.calendar.Availability.Search;
import clinic.portal.core.catalogue.Practitioner;
import clinic.portal.core.catalogue.Treatment;
import clinic.portal.core.fixtures.Fixtures;
import clinic.portal.core.fixtures.PortalOffice;
import clinic.portal.core.fixtures.World;
import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.NoSuchThing;
import clinic.portal.core.shared.PageRequest;
import clinic.portal.core.shared.PreviewReadOnly;
import clinic.portal.core.shared.Role;
import clinic.portal.core.shared.RoleNotAllowed;
import clinic.portal.core.shared.SessionId;
import clinic.portal.core.shared.Viewer;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PreviewsTest {
    private static final Duration MOMENT = Duration.ofSeconds(1);
    private static final LocalDate TOMORROW = LocalDate.of(2026, 6, 17);

    private final World world = Fixtures.glow();
    private final PortalOffice office = world.portalOffice;
    private final ClinicId glow = world.glow.id();

    @Test
    void aMemberOfStaffIsGivenAnAddressToOpen() {
        var made = office.previews.create(world.asRita(), world.ada.id());

        assertThat(made.url()).hasToString("https://portal.example/glow/preview#t=" + made.token());
        assertThat(made.client()).isEqualTo(world.ada);
        assertThat(made.expiresAt()).isEqualTo(Fixtures.NOW.plus(Duration.ofMinutes(10)));
        assertThat(made.zone()).isEqualTo(world.glow.zone());
        assertThat(made).hasToString("Made[...]");
    }

    @Test
    void whatItOpensIsTheClientsViewMarkedAsAPreview() {
        var session = opened(world.ada.id());

        assertThat(session.preview()).isTrue();
        assertThat(session.subject()).isEqualTo(new Subject.OfClient(world.ada.id()));
        var viewer = recognised(session).orElseThrow();
        assertThat(world.myself.show(viewer)).isEqualTo(world.ada);
        assertThat(world.myDashboard.show(viewer).preview()).isTrue();
        assertThatThrownBy(viewer::acting).isInstanceOf(PreviewReadOnly.class);
    }

    @Test
    void withoutAClientItIsASampleTheSameOneEachTime() {
        var one = office.previews.create(world.asRita(), null);
        var two = office.previews.create(world.asOlga(), null);

        assertThat(one.client().name()).isEqualTo("Sample client");
        assertThat(one.client().email()).isNull();
        assertThat(one.client().phone()).isNull();
        assertThat(two.client()).isEqualTo(one.client());
        assertThat(office.previews.create(world.asCarl(), null).client().id())
                .isNotEqualTo(one.client().id());
    }

    @Test
    void anotherClinicsClientIsNobody() {
        assertThatThrownBy(() -> office.previews.create(world.asRita(), world.cleo.id()))
                .isInstanceOf(NoSuchThing.class);
    }

    @Test
    void practitionersDoNotPreview() {
        var noor = new Viewer.Member(glow, world.rita.id(), new SessionId(Fixtures.uuid(1)), Role.PRACTITIONER, false);

        assertThatThrownBy(() -> office.previews.create(noor, null)).isInstanceOf(RoleNotAllowed.class);
    }

    @Test
    void anAddressOpensOnceWithinTenMinutesAtItsClinic() {
        String token = office.previews.create(world.asRita(), null).token();
        assertThatThrownBy(() -> office.previewLogin.open(world.calm.id(), token))
                .isInstanceOf(PreviewInvalid.class);
        office.previewLogin.open(glow, token);
        assertThatThrownBy(() -> office.previewLogin.open(glow, token)).isInstanceOf(PreviewUsed.class);

        String late = office.previews.create(world.asRita(), null).token();
        world.clock.elapse(Previews.KEY_LIFE);
        assertThatThrownBy(() -> office.previewLogin.open(glow, late)).isInstanceOf(PreviewExpired.class);
        assertThatThrownBy(() -> office.previewLogin.open(glow, "guessed")).isInstanceOf(PreviewInvalid.class);
    }

    @Test
    void anAddressOfSomebodyWhoHasLeftOpensNothing() {
        String token = office.previews.create(world.asRita(), null).token();

        world.members.leaves(glow, world.rita.id());

        assertThatThrownBy(() -> office.previewLogin.open(glow, token)).isInstanceOf(PreviewInvalid.class);
    }

    @Test
    void itGoesOnForAnHourAndNoLonger() {
        var session = opened(world.ada.id());

        world.clock.elapse(PreviewLogin.LIFE.minus(MOMENT));
        assertThat(recognised(session)).isPresent();

        world.clock.elapse(MOMENT);
        assertThat(recognised(session)).isEmpty();
    }

    @Test
    void itEndsAtOnceWithTheMemberOfStaff() {
        var session = opened(world.ada.id());

        world.members.leaves(glow, world.rita.id());

        assertThat(recognised(session)).isEmpty();
    }

    @Test
    void itCanBeEndedByHand() {
        var session = opened(world.ada.id());

        world.sessionKeeping.end(recognised(session).orElseThrow());

        assertThat(recognised(session)).isEmpty();
    }

    @Test
    void itShowsThePortalWhileThatIsStillOff() {
        world.clinics.put(Fixtures.switchedOff(world.glow));
        var viewer = recognised(opened(world.ada.id())).orElseThrow();
        var client = new Viewer.Client(glow, world.ada.id(), viewer.session(), false);
        var page = new PageRequest(25, null);
        var search = new Search(world.facial.id(), null, TOMORROW, TOMORROW, null, null);

        assertThat(world.portalFront.show(viewer).id()).isEqualTo(glow);
        assertThat(world.desk.publicCatalogue.treatments(viewer, page).items())
                .extracting(Treatment::id)
                .contains(world.facial.id());
        assertThat(world.desk.publicCatalogue.practitioners(viewer, null, page).items())
                .extracting(Practitioner::id)
                .contains(world.iris.id());
        assertThat(world.desk.availability.find(viewer, search).days()).isNotEmpty();

        assertThatThrownBy(() -> world.portalFront.show(client)).isInstanceOf(NoSuchThing.class);
        assertThatThrownBy(() -> world.desk.publicCatalogue.treatments(client, page))
                .isInstanceOf(NoSuchThing.class);
        assertThatThrownBy(() -> world.desk.publicCatalogue.practitioners(client, null, page))
                .isInstanceOf(NoSuchThing.class);
        assertThatThrownBy(() -> world.desk.availability.find(client, search)).isInstanceOf(NoSuchThing.class);
    }

    @Test
    void keysAreForgottenADayAfterTheyAreOver() {
        office.previews.create(world.asRita(), null);

        world.clock.elapse(Previews.KEY_LIFE.plusDays(1));
        assertThat(office.previews.tidy(glow)).isZero();

        world.clock.elapse(MOMENT);
        assertThat(office.previews.tidy(glow)).isEqualTo(1);
    }

    private Session opened(ClientId client) {
        return office.previewLogin.open(
                glow, office.previews.create(world.asRita(), client).token());
    }

    private Optional<Viewer.Client> recognised(Session session) {
        return world.sessionKeeping
                .recognise(glow, session.id(), Audience.PORTAL)
                .map(Viewer.Client.class::cast);
    }
}
