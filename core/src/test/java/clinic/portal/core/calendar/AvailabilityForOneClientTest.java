package clinic.portal.core.calendar;

import static clinic.portal.core.fixtures.Fixtures.aBookedAppointment;
import static clinic.portal.core.fixtures.Wishes.at;
import static clinic.portal.core.fixtures.Wishes.wish;
import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.core.booking.AppointmentView;
import clinic.portal.core.calendar.Availability.Offer;
import clinic.portal.core.calendar.Availability.Search;
import clinic.portal.core.catalogue.Treatment;
import clinic.portal.core.clinic.BookingPolicy;
import clinic.portal.core.fakes.InMemorySchedules;
import clinic.portal.core.fixtures.Fixtures;
import clinic.portal.core.fixtures.World;
import clinic.portal.core.shared.ClientId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is offered of a treatment that not everybody may have at any time. */
class AvailabilityForOneClientTest {
    private static final LocalDate WEDNESDAY = LocalDate.parse("2026-06-17");

    private final World world = Fixtures.glow();

    @Test
    void aClientIsOfferedOnlyDaysFarEnoughFromTheirOthers() {
        world.desk.booking.book(world.asAda(), wish(world.peel, "2026-06-24T10:00"));

        var around = findAs(
                world.ada.id(), search(world.peel, LocalDate.parse("2026-07-20"), LocalDate.parse("2026-07-24")));

        assertThat(around.days().stream().filter(day -> !day.slots().isEmpty()).map(DaySlots::date))
                .containsExactly(
                        LocalDate.parse("2026-07-22"), LocalDate.parse("2026-07-23"), LocalDate.parse("2026-07-24"));
    }

    @Test
    void theNextOneIsFarEnoughToo() {
        world.desk.booking.book(world.asAda(), wish(world.peel, "2026-06-24T10:00"));

        var offer = findAs(world.ada.id(), search(world.peel, WEDNESDAY, WEDNESDAY));

        assertThat(offer.days().getFirst().slots()).isEmpty();
        assertThat(offer.next()).isEqualTo(at("2026-07-22T09:00"));
    }

    @Test
    void theNextOneIsFarEnoughFromEveryOneOfTheirs() {
        world.desk.booking.book(world.asAda(), wish(world.peel, "2026-06-24T10:00"));
        world.desk.booking.book(world.asAda(), wish(world.peel, "2026-08-20T10:00"));

        var offer = findAs(
                world.ada.id(), search(world.peel, LocalDate.parse("2026-07-24"), LocalDate.parse("2026-08-20")));

        assertThat(offer.next()).isEqualTo(at("2026-09-17T09:00"));
    }

    @Test
    void theNextOneIsSoughtBeyondDaysThatAreAllowedButNotWorked() {
        // Between these two Saturday the 18th and Sunday the 19th of July are far enough from both.
        visited(1, "2026-06-20T10:00");
        visited(2, "2026-08-16T10:00");

        var offer = findAs(world.ada.id(), search(world.peel, WEDNESDAY, WEDNESDAY));

        assertThat(offer.next()).isEqualTo(at("2026-09-14T09:00"));
    }

    @Test
    void nothingComesNextWhereNoDayIsFarEnoughWithinTheHorizon() {
        limitHorizon(30);
        visited(1, "2026-06-19T10:00");

        assertThat(findAs(world.ada.id(), search(world.peel, WEDNESDAY, WEDNESDAY))
                        .next())
                .isNull();
    }

    @Test
    void whoHasNotHadWhatMustComeBeforeIsOfferedNothing() {
        var offer = findAs(world.ben.id(), search(world.peel, WEDNESDAY, WEDNESDAY));

        assertThat(offer.days().getFirst().slots()).isEmpty();
        assertThat(offer.next()).isNull();
    }

    @Test
    void strangersSeeAllThatTheClinicHas() {
        assertThat(findAs(null, search(world.peel, WEDNESDAY, WEDNESDAY))
                        .days()
                        .getFirst()
                        .slots())
                .isNotEmpty();
    }

    private void visited(long number, String local) {
        var facial = aBookedAppointment(number, at(local));
        world.appointments.put(
                world.glow.id(),
                world.ada.id(),
                new AppointmentView(
                        facial.id(),
                        new AppointmentView.Named(world.peel.id().value(), "Peel"),
                        facial.practitioner(),
                        facial.startsAt(),
                        facial.endsAt(),
                        facial.zone(),
                        facial.status(),
                        facial.price(),
                        facial.notice(),
                        facial.version(),
                        null));
    }

    private void limitHorizon(int days) {
        var usual = InMemorySchedules.USUAL;
        world.diary.schedules.decide(
                world.glow.id(), new BookingPolicy(usual.notice(), days, usual.grid(), usual.cancelNotice()));
    }

    private Offer findAs(@Nullable ClientId client, Search search) {
        return world.desk.availability.find(world.glow.id(), client, search);
    }

    private static Search search(Treatment treatment, LocalDate from, LocalDate to) {
        return new Search(treatment.id(), null, from, to, null, null);
    }
}
