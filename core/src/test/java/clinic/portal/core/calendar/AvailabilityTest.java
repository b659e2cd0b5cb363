package clinic.portal.core.calendar;

import static clinic.portal.core.fixtures.Fixtures.uuid;
import static clinic.portal.core.fixtures.Offers.changed;
import static clinic.portal.core.fixtures.Wishes.at;
import static clinic.portal.core.fixtures.Wishes.wish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import clinic.portal.core.booking.Wish;
import clinic.portal.core.calendar.Availability.Offer;
import clinic.portal.core.calendar.Availability.Search;
import clinic.portal.core.catalogue.Treatment;
import clinic.portal.core.catalogue.TreatmentId;
import clinic.portal.core.clinic.BookingPolicy;
import clinic.portal.core.fakes.InMemorySchedules;
import clinic.portal.core.fixtures.Fixtures;
import clinic.portal.core.fixtures.World;
import clinic.portal.core.shared.AppointmentId;
import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.Invalid;
import clinic.portal.core.shared.NoSuchThing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AvailabilityTest {
    private static final LocalDate WEDNESDAY = LocalDate.parse("2026-06-17");
    private static final LocalDate SATURDAY = LocalDate.parse("2026-06-20");

    private final World world = Fixtures.glow();

    @Test
    void everyDayOfTheRangeIsAnsweredInTheClinicsZone() {
        var offer = find(search(world.facial, WEDNESDAY, SATURDAY));

        assertThat(offer.zone()).isEqualTo(Fixtures.LONDON);
        assertThat(offer.days())
                .extracting(DaySlots::date)
                .containsExactly(WEDNESDAY, LocalDate.parse("2026-06-18"), LocalDate.parse("2026-06-19"), SATURDAY);
        assertThat(offer.days().getFirst().slots().getFirst())
                .isEqualTo(new Slot(at("2026-06-17T09:00"), List.of(world.iris.id(), world.noor.id())));
        assertThat(offer.days().getLast().slots()).isEmpty();
    }

    @Test
    void oneCanAskForOnePractitioner() {
        var search = new Search(world.facial.id(), world.noor.id(), WEDNESDAY, WEDNESDAY, null, null);

        assertThat(find(search).days().getFirst().slots())
                .hasSize(29)
                .allMatch(slot -> slot.practitioners().equals(List.of(world.noor.id())));
    }

    @Test
    void whatIsOfferedCanBeBookedToTheLastSlot() {
        world.desk.booking.book(world.asBen(), wish(world.laser, "2026-06-17T10:00"));

        var offered = find(search(world.laser, WEDNESDAY, WEDNESDAY))
                .days()
                .getFirst()
                .slots();

        assertThat(offered).isNotEmpty();
        for (Slot slot : offered) {
            var hold = world.desk.holding.hold(
                    world.glow.id(), new Wish(world.laser.id(), null, slot.startsAt(), null, null, null));
            world.desk.holding.release(world.glow.id(), hold.id());
        }
    }

    @Test
    void aRangeThatHasSomethingNeedsNoLookAhead() {
        var offer = find(search(world.facial, WEDNESDAY, WEDNESDAY));

        assertThat(offer.next()).isNull();
        assertThat(world.diary.schedules.reads()).hasSize(1);
    }

    @Test
    void anEmptyRangeTellsTheNextThereIs() {
        var offer = find(search(world.facial, SATURDAY, SATURDAY.plusDays(1)));

        assertThat(offer.next()).isEqualTo(at("2026-06-22T09:00"));
        assertThat(world.diary.schedules.reads()).hasSize(2);
    }

    @Test
    void aRangeInThePastTellsTheNextFromTodayOn() {
        var offer = find(search(world.facial, WEDNESDAY.minusDays(9), WEDNESDAY.minusDays(2)));

        assertThat(offer.days()).hasSize(8).allMatch(day -> day.slots().isEmpty());
        assertThat(offer.next()).isEqualTo(at("2026-06-16T14:00"));
    }

    @Test
    void nothingComesNextAfterTheHorizon() {
        limitHorizon(4);

        assertThat(find(search(world.facial, SATURDAY, SATURDAY)).next()).isNull();
        assertThat(find(search(world.facial, SATURDAY.plusDays(30), SATURDAY.plusDays(31)))
                        .next())
                .isNull();
    }

    @Test
    void theLastDayOfTheHorizonIsStillNext() {
        limitHorizon(6);

        assertThat(find(search(world.facial, SATURDAY, SATURDAY)).next()).isEqualTo(at("2026-06-22T09:00"));
    }

    @Test
    void aDayAheadOfWhichThereAreOnlyClosedOnesTellsTheOneAfterThem() {
        world.desk.holidays.close(world.asOlga(), SATURDAY, SATURDAY.plusDays(9), null);

        assertThat(find(search(world.facial, SATURDAY, SATURDAY)).next()).isEqualTo(at("2026-06-30T09:00"));
    }

    @Test
    void thirtyOneDaysAreTheMost() {
        assertThat(find(search(world.facial, WEDNESDAY, WEDNESDAY.plusDays(30))).days())
                .hasSize(31);
        assertInvalid("range_too_long", search(world.facial, WEDNESDAY, WEDNESDAY.plusDays(31)));
    }

    @Test
    void theLastDayIsNotBeforeTheFirst() {
        assertInvalid("before_from", search(world.facial, WEDNESDAY, WEDNESDAY.minusDays(1)));
    }

    @Test
    void aClinicThatTakesNoBookingsHasDaysWithoutSlots() {
        world.clinics.put(Fixtures.takingNoBookings(world.glow));

        var offer = find(search(world.facial, WEDNESDAY, SATURDAY));

        assertThat(offer.days()).hasSize(4).allMatch(day -> day.slots().isEmpty());
        assertThat(offer.days().getLast().date()).isEqualTo(SATURDAY);
        assertThat(offer.next()).isNull();
        assertThat(offer.zone()).isEqualTo(Fixtures.LONDON);
    }

    @Test
    void whatClientsCannotBookIsNotThere() {
        var unknown = new Search(new TreatmentId(uuid(1)), null, WEDNESDAY, WEDNESDAY, null, null);
        assertThatThrownBy(() -> find(unknown)).isInstanceOf(NoSuchThing.class);

        for (Treatment hidden : List.of(
                changed(world.facial, draft -> draft.offline()), changed(world.facial, draft -> draft.archived()))) {
            world.diary.treatments.put(world.glow.id(), hidden);
            assertThatThrownBy(() -> find(search(world.facial, WEDNESDAY, WEDNESDAY)))
                    .isInstanceOf(NoSuchThing.class);
        }
    }

    @Test
    void aPortalThatIsOffOffersNothing() {
        world.clinics.put(Fixtures.switchedOff(world.glow));

        assertThatThrownBy(() -> find(search(world.facial, WEDNESDAY, WEDNESDAY)))
                .isInstanceOf(NoSuchThing.class);
    }

    @Test
    void onesOwnHoldHidesNothing() {
        var hold = world.desk.holding.hold(world.glow.id(), wish(world.facial, world.iris, "2026-06-17T10:00"));

        assertThat(irisAt("2026-06-17T10:00", null, null)).isFalse();
        assertThat(irisAt("2026-06-17T10:00", hold.id(), null)).isTrue();
    }

    @Test
    void theAppointmentBeingMovedHidesNothingFromItsClient() {
        var thursday = new AppointmentId(uuid(1003));

        assertThat(irisAt("2026-06-18T12:30", null, null)).isFalse();
        assertThat(irisAt("2026-06-18T12:30", null, thursday)).isTrue();
    }

    @Test
    void nobodySeesThroughOthersAppointments() {
        var search = new Search(world.facial.id(), null, WEDNESDAY, WEDNESDAY, null, new AppointmentId(uuid(1003)));

        assertThatThrownBy(() -> find(search)).isInstanceOf(NoSuchThing.class);
        assertThatThrownBy(() -> world.desk.availability.find(world.glow.id(), world.ben.id(), search))
                .isInstanceOf(NoSuchThing.class);
    }

    private boolean irisAt(String local, @Nullable HoldId holding, @Nullable AppointmentId moving) {
        var day = LocalDate.parse(local.substring(0, 10));
        Instant start = at(local);
        return findAs(world.ada.id(), new Search(world.facial.id(), world.iris.id(), day, day, holding, moving))
                .days()
                .getFirst()
                .slots()
                .stream()
                .anyMatch(slot -> slot.startsAt().equals(start));
    }

    private void limitHorizon(int days) {
        var usual = InMemorySchedules.USUAL;
        world.diary.schedules.decide(
                world.glow.id(), new BookingPolicy(usual.notice(), days, usual.grid(), usual.cancelNotice()));
    }

    private void assertInvalid(String code, Search search) {
        assertThatThrownBy(() -> find(search))
                .asInstanceOf(type(Invalid.class))
                .extracting(refusal -> refusal.violations().getFirst())
                .returns("?to", Invalid.Violation::pointer)
                .returns(code, Invalid.Violation::code);
    }

    private Offer find(Search search) {
        return findAs(null, search);
    }

    private Offer findAs(@Nullable ClientId client, Search search) {
        return world.desk.availability.find(world.glow.id(), client, search);
    }

    private static Search search(Treatment treatment, LocalDate from, LocalDate to) {
        return new Search(treatment.id(), null, from, to, null, null);
    }
}
