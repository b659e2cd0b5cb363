package clinic.portal.core.booking;

import static clinic.portal.core.fixtures.Fixtures.NOW;
import static clinic.portal.core.fixtures.Fixtures.aBookedAppointment;
import static clinic.portal.core.fixtures.Fixtures.anAppointment;
import static clinic.portal.core.fixtures.Fixtures.uuid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.portal.core.catalogue.Practitioner;
import clinic.portal.core.catalogue.PractitionerId;
import clinic.portal.core.client.Profile;
import clinic.portal.core.fixtures.Fixtures;
import clinic.portal.core.fixtures.Shelved;
import clinic.portal.core.fixtures.World;
import clinic.portal.core.shared.NoSuchThing;
import clinic.portal.core.shared.RoleNotAllowed;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PractitionerFeedTest {
    private final World world = Fixtures.glow();

    @Test
    void whoeverHasTheAddressReadsTreatmentsAndInitials() {
        var feed = read(open());

        assertThat(feed).startsWith("Dr Iris Lane, Clinic glow\n");
        assertThat(feed)
                .contains(("%s #1 confirmed | Facial (A. C.) | 1 High Street, London |  |"
                                + " 2026-06-18T11:00:00Z to 2026-06-18T12:00:00Z | 2026-06-16T11:00:00Z\n")
                        .formatted(uuid(1003)));
        assertThat(feed).doesNotContain("Ada", "Client");
    }

    @Test
    void cancelledOnesAreThereAsCancelledSoThatCalendarsDropThem() {
        var cancelled = anAppointment(1, NOW.plus(Duration.ofDays(1)), AppointmentStatus.CANCELLED);
        world.appointments.put(world.glow.id(), world.ben.id(), cancelled);

        assertThat(read(open())).contains(uuid(1) + " #1 cancelled | Facial (B. C.)");
    }

    @Test
    void aMonthBackAndAYearAheadAreThere() {
        add(1, NOW.minus(Duration.ofDays(31)));
        add(2, NOW.minus(Duration.ofDays(31)).minusSeconds(1));
        add(3, NOW.plus(Duration.ofDays(366)).minusSeconds(1));
        add(4, NOW.plus(Duration.ofDays(366)));

        assertThat(read(open()))
                .contains(uuid(1).toString(), uuid(3).toString())
                .doesNotContain(uuid(2).toString(), uuid(4).toString());
    }

    @Test
    void aClientWithoutANameHasNoInitials() {
        world.profiles.put(world.glow.id(), new Profile(world.ada.id(), "", null, null));

        assertThat(read(open())).contains(" | Facial | ").doesNotContain("(");
    }

    @Test
    void aNewAddressVoidsTheOld() {
        String first = open();
        String second = open();

        assertThat(second).isNotEqualTo(first).hasSize(43);
        assertThat(read(second)).isNotEmpty();
        assertThatThrownBy(() -> read(first)).isInstanceOf(NoSuchThing.class);
    }

    @Test
    void aClosedFeedIsGone() {
        String secret = open();

        world.desk.practitionerFeed.close(world.asOlga(), world.iris.id());

        assertThatThrownBy(() -> read(secret)).isInstanceOf(NoSuchThing.class);
    }

    @Test
    void theFeedOfWhoHasLeftIsGone() {
        String secret = open();
        world.diary.practitioners.put(
                world.glow.id(), new Practitioner(world.iris.id(), Shelved.of(world.iris.plan()), 1));

        assertThatThrownBy(() -> read(secret)).isInstanceOf(NoSuchThing.class);
    }

    @Test
    void theSecretIsWorthNothingElsewhere() {
        String secret = open();

        assertThatThrownBy(() -> world.desk.practitionerFeed.read(world.calm.id(), secret))
                .isInstanceOf(NoSuchThing.class);
        assertThatThrownBy(() -> read("made up")).isInstanceOf(NoSuchThing.class);
    }

    @Test
    void onlyWhoRunsTheClinicOpensAndCloses() {
        assertThatThrownBy(() -> world.desk.practitionerFeed.open(world.asRita(), world.iris.id()))
                .isInstanceOf(RoleNotAllowed.class);
        assertThatThrownBy(() -> world.desk.practitionerFeed.close(world.asRita(), world.iris.id()))
                .isInstanceOf(RoleNotAllowed.class);
    }

    @Test
    void anotherClinicsPractitionerIsNotThere() {
        PractitionerId quim = world.quim.id();

        assertThatThrownBy(() -> world.desk.practitionerFeed.open(world.asOlga(), quim))
                .isInstanceOf(NoSuchThing.class);
        assertThatThrownBy(() -> world.desk.practitionerFeed.close(world.asOlga(), quim))
                .isInstanceOf(NoSuchThing.class);
    }

    private void add(long number, Instant startsAt) {
        world.appointments.put(world.glow.id(), world.ben.id(), aBookedAppointment(number, startsAt));
    }

    private String open() {
        return world.desk.practitionerFeed.open(world.asOlga(), world.iris.id());
    }

    private String read(String secret) {
        return world.desk.practitionerFeed.read(world.glow.id(), secret);
    }
}
