package clinic.portal.core.calendar;

import static clinic.portal.core.fixtures.Fixtures.aBookedAppointment;
import static clinic.portal.core.fixtures.Fixtures.anAppointment;
import static clinic.portal.core.fixtures.Fixtures.uuid;
import static clinic.portal.core.fixtures.Offers.NINE_TO_FIVE;
import static clinic.portal.core.fixtures.Offers.aPractitioner;
import static clinic.portal.core.fixtures.Offers.weekdays;
import static clinic.portal.core.fixtures.Wishes.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.portal.core.booking.AppointmentStatus;
import clinic.portal.core.calendar.HoursBook.Versioned;
import clinic.portal.core.fixtures.Fixtures;
import clinic.portal.core.fixtures.World;
import clinic.portal.core.shared.NoSuchThing;
import clinic.portal.core.shared.Outdated;
import clinic.portal.core.shared.RoleNotAllowed;
import java.util.List;
import org.junit.jupiter.api.Test;

class HoursTest {
    private static final WorkingHours MORNINGS = weekdays(new LocalSpan(9 * 60, 13 * 60));

    private final World world = Fixtures.glow();

    @Test
    void everybodyOfTheStaffSeesTheHours() {
        assertThat(world.desk.hours.show(world.asRita(), world.iris.id()))
                .isEqualTo(new Versioned(NINE_TO_FIVE, 1, Fixtures.LONDON));
    }

    @Test
    void whoHasNoHoursYetHasNoneInVersionZero() {
        var fresh = aPractitioner(9109, "Uma Fresh");
        world.diary.practitioners.put(world.glow.id(), fresh);

        assertThat(world.desk.hours.show(world.asRita(), fresh.id()))
                .isEqualTo(new Versioned(WorkingHours.NONE, 0, Fixtures.LONDON));
    }

    @Test
    void newHoursHoldAndAreTheNextVersion() {
        var changed = world.desk.hours.replace(world.asOlga(), world.iris.id(), 1, MORNINGS);

        assertThat(changed.hours()).isEqualTo(new Versioned(MORNINGS, 2, Fixtures.LONDON));
        assertThat(world.desk.hours.show(world.asOlga(), world.iris.id())).isEqualTo(changed.hours());
    }

    @Test
    void bookingStandsStillMeanwhile() {
        world.desk.hours.replace(world.asOlga(), world.iris.id(), 1, MORNINGS);

        assertThat(world.diary.schedules.stopped()).containsExactly(world.glow.id());
    }

    @Test
    void appointmentsThatNoLongerFitAreNamedTheSoonestFirst() {
        // Of Ada's, one is today at three, two are at noon: by noon's hours they still fit.
        world.appointments.put(world.glow.id(), world.ben.id(), aBookedAppointment(1, at("2026-06-17T12:15")));
        world.appointments.put(
                world.glow.id(), world.ben.id(), anAppointment(2, at("2026-06-17T15:00"), AppointmentStatus.CANCELLED));
        world.appointments.put(world.glow.id(), world.ben.id(), aBookedAppointment(3, at("2026-06-15T15:00")));

        var outside = world.desk
                .hours
                .replace(world.asOlga(), world.iris.id(), 1, MORNINGS)
                .outside();

        assertThat(outside).extracting(each -> each.id().value()).containsExactly(uuid(1005), uuid(1));
        assertThat(outside.getFirst())
                .isEqualTo(new Booked(
                        outside.getFirst().id(),
                        world.ada.id(),
                        "Ada Client",
                        world.facial.id(),
                        "Facial",
                        world.iris.id(),
                        "Dr Iris Lane",
                        at("2026-06-16T15:00"),
                        at("2026-06-16T16:00"),
                        Fixtures.LONDON));
    }

    @Test
    void whatIsGoingOnCountsUntilItIsOver() {
        world.appointments.put(world.glow.id(), world.ben.id(), aBookedAppointment(1, at("2026-06-16T11:01")));
        world.appointments.put(world.glow.id(), world.ben.id(), aBookedAppointment(2, at("2026-06-16T11:00")));

        var outside = world.desk
                .hours
                .replace(world.asOlga(), world.iris.id(), 1, WorkingHours.NONE)
                .outside();

        assertThat(outside)
                .extracting(each -> each.id().value())
                .contains(uuid(1))
                .doesNotContain(uuid(2));
    }

    @Test
    void othersAppointmentsAreNotNamed() {
        assertThat(world.desk
                        .hours
                        .replace(world.asOlga(), world.noor.id(), 1, WorkingHours.NONE)
                        .outside())
                .isEmpty();
    }

    @Test
    void hoursThatHaveChangedMeanwhileAreNotOverwritten() {
        world.desk.hours.replace(world.asOlga(), world.iris.id(), 1, MORNINGS);

        assertThatThrownBy(() -> world.desk.hours.replace(world.asOlga(), world.iris.id(), 1, NINE_TO_FIVE))
                .isInstanceOf(Outdated.class);
        assertThat(world.desk.hours.show(world.asOlga(), world.iris.id()).hours())
                .isEqualTo(MORNINGS);
    }

    @Test
    void onlyWhoRunsTheClinicChangesThem() {
        assertThatThrownBy(() -> world.desk.hours.replace(world.asRita(), world.iris.id(), 1, MORNINGS))
                .isInstanceOf(RoleNotAllowed.class);
        assertThat(world.diary.schedules.stopped()).isEqualTo(List.of());
    }

    @Test
    void anotherClinicsPractitionerIsNotThere() {
        assertThatThrownBy(() -> world.desk.hours.show(world.asOlga(), world.quim.id()))
                .isInstanceOf(NoSuchThing.class);
        assertThatThrownBy(() -> world.desk.hours.replace(world.asOlga(), world.quim.id(), 1, MORNINGS))
                .isInstanceOf(NoSuchThing.class);
    }
}
