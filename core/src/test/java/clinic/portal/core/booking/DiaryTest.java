package clinic.portal.core.booking;

import static clinic.portal.core.fixtures.Fixtures.anAppointment;
import static clinic.portal.core.fixtures.Fixtures.uuid;
import static clinic.portal.core.fixtures.Wishes.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import clinic.portal.core.booking.DiaryEntries.Filter;
import clinic.portal.core.fixtures.Fixtures;
import clinic.portal.core.fixtures.World;
import clinic.portal.core.shared.AppointmentId;
import clinic.portal.core.shared.Invalid;
import clinic.portal.core.shared.Invalid.Violation;
import clinic.portal.core.shared.NoSuchThing;
import clinic.portal.core.shared.PageRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DiaryTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-06-16");

    private final World world = Fixtures.glow();

    @Test
    void daysAreTheClinicsAndTheLastIsOneOfThem() {
        given(1, "2026-06-20T00:00");
        given(2, "2026-06-21T23:59");
        given(3, "2026-06-22T00:00");

        assertThat(ids(LocalDate.parse("2026-06-20"), LocalDate.parse("2026-06-21"), Filter.ALL))
                .containsExactly(uuid(1), uuid(2));
    }

    @Test
    void whatReachesIntoTheFirstDayIsThere() {
        given(1, "2026-06-19T23:00"); // to midnight
        given(2, "2026-06-19T23:01");

        assertThat(ids(LocalDate.parse("2026-06-20"), LocalDate.parse("2026-06-20"), Filter.ALL))
                .containsExactly(uuid(2));
    }

    @Test
    void oneCanAskForSome() {
        given(1, "2026-06-16T09:00");

        assertThat(ids(TODAY, TODAY, Filter.ALL)).containsExactly(uuid(1), uuid(1005));
        assertThat(ids(TODAY, TODAY, new Filter(Set.of(), Set.of(), world.ada.id())))
                .containsExactly(uuid(1005));
        assertThat(ids(TODAY, TODAY, new Filter(Set.of(world.iris.id(), world.noor.id()), Set.of(), null)))
                .hasSize(2);
        assertThat(ids(TODAY, TODAY, new Filter(Set.of(world.noor.id()), Set.of(), null)))
                .isEmpty();
        assertThat(ids(TODAY, TODAY, new Filter(Set.of(), Set.of(AppointmentStatus.NO_SHOW), null)))
                .isEmpty();
        assertThat(ids(
                        TODAY,
                        TODAY,
                        new Filter(Set.of(), Set.of(AppointmentStatus.NO_SHOW, AppointmentStatus.BOOKED), null)))
                .hasSize(2);
    }

    @Test
    void pagesGoOnWhereTheLastEnded() {
        var first =
                world.desk.calendar.list(world.asRita(), TODAY, TODAY.plusDays(20), Filter.ALL, PageRequest.first(2));
        var second = world.desk.calendar.list(
                world.asRita(), TODAY, TODAY.plusDays(20), Filter.ALL, new PageRequest(2, first.next()));

        assertThat(first.items()).extracting(DiaryEntry::id).containsExactly(appointment(1005), appointment(1003));
        assertThat(second.items()).extracting(DiaryEntry::id).containsExactly(appointment(1004));
        assertThat(second.next()).isNull();
    }

    @Test
    void twoMonthsAtOnceAreEnough() {
        assertThat(ids(TODAY, TODAY.plusDays(61), Filter.ALL)).isNotEmpty();
        assertThatThrownBy(() -> ids(TODAY, TODAY.plusDays(62), Filter.ALL))
                .asInstanceOf(type(Invalid.class))
                .extracting(Invalid::violations)
                .isEqualTo(List.of(new Violation("?to", "range_too_long", "Ask for at most 62 days.")));
        assertThatThrownBy(() -> ids(TODAY, TODAY.minusDays(1), Filter.ALL)).isInstanceOf(Invalid.class);
    }

    @Test
    void anotherClinicsAppointmentsAreNotThere() {
        assertThat(world.desk.calendar.show(world.asRita(), appointment(1005)).version())
                .isEqualTo(1);
        assertThatThrownBy(() -> world.desk.calendar.show(world.asCarl(), appointment(1005)))
                .isInstanceOf(NoSuchThing.class);
        assertThat(world.desk
                        .calendar
                        .list(world.asCarl(), TODAY, TODAY.plusDays(20), Filter.ALL, PageRequest.first(25))
                        .items())
                .extracting(DiaryEntry::id)
                .containsExactly(appointment(1101));
    }

    private List<UUID> ids(LocalDate from, LocalDate to, Filter filter) {
        return world.desk.calendar.list(world.asRita(), from, to, filter, PageRequest.first(25)).items().stream()
                .map(each -> each.id().value())
                .toList();
    }

    private void given(long number, String local) {
        world.appointments.put(
                world.glow.id(), world.ben.id(), anAppointment(number, at(local), AppointmentStatus.BOOKED));
    }

    private static AppointmentId appointment(long number) {
        return new AppointmentId(uuid(number));
    }
}
