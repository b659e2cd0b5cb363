package clinic.portal.core.calendar;

import static clinic.portal.core.fixtures.Fixtures.uuid;
import static clinic.portal.core.fixtures.Wishes.at;
import static clinic.portal.core.fixtures.Wishes.holding;
import static clinic.portal.core.fixtures.Wishes.wish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.portal.core.booking.SlotTaken;
import clinic.portal.core.booking.Wish;
import clinic.portal.core.calendar.Absences.Added;
import clinic.portal.core.fixtures.Fixtures;
import clinic.portal.core.fixtures.World;
import clinic.portal.core.shared.AppointmentId;
import clinic.portal.core.shared.NoSuchThing;
import clinic.portal.core.shared.PageRequest;
import clinic.portal.core.shared.RoleNotAllowed;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class AbsencesTest {
    private final World world = Fixtures.glow();

    @Test
    void timeOffIsTaken() {
        var added = away("2026-06-17T10:00", "2026-06-17T12:00");

        assertThat(added.timeOff())
                .isEqualTo(new TimeOff(
                        added.timeOff().id(),
                        world.iris.id(),
                        at("2026-06-17T10:00"),
                        at("2026-06-17T12:00"),
                        Fixtures.LONDON,
                        "Dentist"));
        assertThatThrownBy(() -> book("2026-06-17T11:30")).isInstanceOf(SlotTaken.class);
        book("2026-06-17T09:00");
        book("2026-06-17T12:00");
    }

    @Test
    void appointmentsWithinStayAndAreNamed() {
        var outside = away("2026-06-18T00:00", "2026-06-19T00:00").outside();

        assertThat(outside).extracting(each -> each.id().value()).containsExactly(uuid(1003));
        assertThat(world.myAppointments.show(world.asAda(), outside.getFirst().id()))
                .isNotNull();
    }

    @Test
    void appointmentsThatOnlyTouchItAreNotNamed() {
        assertThat(away("2026-06-18T11:00", "2026-06-18T12:00").outside()).isEmpty();
        assertThat(away("2026-06-18T13:00", "2026-06-18T14:00").outside()).isEmpty();
        assertThat(away("2026-06-18T12:59", "2026-06-18T13:30").outside()).hasSize(1);
    }

    @Test
    void theTimeOfAnAppointmentThatIsCancelledMeanwhileIsOpenAgainYetNotTheRest() {
        away("2026-06-18T10:00", "2026-06-18T16:00");
        var thursday = new AppointmentId(uuid(1003));
        world.desk.myChanges.cancel(world.asAda(), thursday, null);

        assertThatThrownBy(() -> book("2026-06-18T11:00")).isInstanceOf(SlotTaken.class);
        assertThatThrownBy(() -> book("2026-06-18T13:00")).isInstanceOf(SlotTaken.class);
    }

    @Test
    void holdsWithinAreVoid() {
        var ten = wish(world.facial, world.iris, "2026-06-17T10:00");
        var hold = world.desk.holding.hold(world.glow.id(), ten);

        away("2026-06-17T09:00", "2026-06-17T12:00");

        Wish held = holding(ten, hold.id());
        assertThatThrownBy(() -> world.desk.booking.book(world.asBen(), held)).isInstanceOf(SlotTaken.class);
    }

    @Test
    void bookingStandsStillMeanwhile() {
        var added = away("2026-06-17T10:00", "2026-06-17T12:00");
        world.desk.absences.remove(
                world.asOlga(), world.iris.id(), added.timeOff().id());

        assertThat(world.diary.schedules.stopped()).containsExactly(world.glow.id(), world.glow.id());
    }

    @Test
    void takenBackItIsFreeAgain() {
        var added = away("2026-06-17T10:00", "2026-06-17T12:00");

        world.desk.absences.remove(
                world.asOlga(), world.iris.id(), added.timeOff().id());

        book("2026-06-17T11:00");
        assertThat(list()).isEmpty();
    }

    @Test
    void whatIsNotOverIsListedTheSoonestFirst() {
        var later = away("2026-06-19T10:00", "2026-06-19T12:00").timeOff();
        var sooner = away("2026-06-17T10:00", "2026-06-17T12:00").timeOff();

        assertThat(list()).containsExactly(sooner, later);

        world.clock.elapse(Duration.ofDays(2));
        assertThat(list()).containsExactly(later);
    }

    @Test
    void onlyWhoRunsTheClinicChangesIt() {
        var added = away("2026-06-17T10:00", "2026-06-17T12:00");

        assertThatThrownBy(() -> world.desk.absences.add(
                        world.asRita(), world.iris.id(), at("2026-06-18T10:00"), at("2026-06-18T12:00"), null))
                .isInstanceOf(RoleNotAllowed.class);
        assertThatThrownBy(() -> world.desk.absences.remove(
                        world.asRita(), world.iris.id(), added.timeOff().id()))
                .isInstanceOf(RoleNotAllowed.class);
    }

    @Test
    void whatIsNotThereIsNotThere() {
        var id = away("2026-06-17T10:00", "2026-06-17T12:00").timeOff().id();

        assertThatThrownBy(() -> world.desk.absences.remove(world.asOlga(), world.noor.id(), id))
                .isInstanceOf(NoSuchThing.class);
        assertThatThrownBy(() -> world.desk.absences.remove(world.asCarl(), world.iris.id(), id))
                .isInstanceOf(NoSuchThing.class);
        assertThatThrownBy(() -> world.desk.absences.list(world.asOlga(), world.quim.id(), PageRequest.first(1)))
                .isInstanceOf(NoSuchThing.class);
        assertThatThrownBy(() -> world.desk.absences.add(
                        world.asOlga(), world.quim.id(), at("2026-06-18T10:00"), at("2026-06-18T12:00"), null))
                .isInstanceOf(NoSuchThing.class);
    }

    private Added away(String from, String to) {
        return world.desk.absences.add(world.asOlga(), world.iris.id(), at(from), at(to), "Dentist");
    }

    private void book(String start) {
        assertThat(world.desk.booking.book(world.asBen(), wish(world.facial, world.iris, start)))
                .isNotNull();
    }

    private List<TimeOff> list() {
        return world.desk
                .absences
                .list(world.asRita(), world.iris.id(), PageRequest.first(10))
                .items();
    }
}
