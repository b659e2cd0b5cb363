package clinic.portal.core.booking;

import static clinic.portal.core.fixtures.Fixtures.uuid;
import static clinic.portal.core.fixtures.Offers.aRoom;
import static clinic.portal.core.fixtures.Offers.changed;
import static clinic.portal.core.fixtures.Wishes.at;
import static clinic.portal.core.fixtures.Wishes.holding;
import static clinic.portal.core.fixtures.Wishes.noting;
import static clinic.portal.core.fixtures.Wishes.paidWith;
import static clinic.portal.core.fixtures.Wishes.wish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import clinic.portal.core.booking.AppointmentNews.Change;
import clinic.portal.core.booking.AppointmentView.Named;
import clinic.portal.core.booking.DiaryBooking.Manner;
import clinic.portal.core.calendar.Availability.Search;
import clinic.portal.core.calendar.DaySlots;
import clinic.portal.core.catalogue.Treatment;
import clinic.portal.core.fakes.InMemorySampleClients;
import clinic.portal.core.fakes.RecordedNews.Word;
import clinic.portal.core.fixtures.Fixtures;
import clinic.portal.core.fixtures.World;
import clinic.portal.core.packages.PackageId;
import clinic.portal.core.shared.AppointmentId;
import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.Invalid;
import clinic.portal.core.shared.Invalid.Violation;
import clinic.portal.core.shared.NoSuchThing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiaryBookingTest {
    private static final Manner USUAL = new Manner(null, true);
    private static final Manner OVERBOOKED = new Manner("She is in pain", true);
    private static final Manner QUIET = new Manner(null, false);

    private final World world = Fixtures.glow();

    @Test
    void whatTheStaffBookIsAsItWouldBeHadTheClientBooked() {
        var booked = book(noting(wish(world.facial, world.noor, "2026-06-17T10:00"), "By phone"), USUAL);

        assertThat(booked)
                .isEqualTo(new DiaryEntry(
                        booked.id(),
                        new Named(world.ben.id().value(), "Ben Client"),
                        new Named(world.facial.id().value(), "Facial"),
                        new Named(world.noor.id().value(), "Noor Haddad"),
                        null,
                        at("2026-06-17T10:00"),
                        at("2026-06-17T11:00"),
                        Fixtures.LONDON,
                        AppointmentStatus.BOOKED,
                        world.facial.plan().price(),
                        "By phone",
                        null,
                        null,
                        0));
        assertThat(world.desk.news.words()).containsExactly(new Word(world.glow.id(), booked.id(), Change.BOOKED, 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-06-16T12:01", // in a minute, between two starts
                "2026-06-20T22:00", // a Saturday night
                "2027-12-24T10:00" // beyond the horizon
            })
    void noNoticeHoursOrHorizonBindThem(String start) {
        assertThat(book(wish(world.facial, start), USUAL).startsAt()).isEqualTo(at(start));
    }

    @Test
    void theyBookWhatClientsCannot() {
        world.clinics.put(Fixtures.switchedOff(Fixtures.takingNoBookings(world.glow)));
        world.diary.treatments.put(world.glow.id(), changed(world.facial, draft -> draft.offline()));

        assertThat(book(wish(world.facial, "2026-06-17T10:00"), USUAL)).isNotNull();
        // Ben has had no facial.
        assertThat(book(wish(world.peel, "2026-06-18T10:00"), USUAL)).isNotNull();
        assertThat(book(wish(world.peel, "2026-06-19T10:00"), USUAL)).isNotNull();
    }

    @Test
    void whoeverWalkedInIsEnteredAfterwardsButNotForEver() {
        assertThat(book(wish(world.facial, "2026-06-15T12:01"), USUAL).startsAt())
                .isEqualTo(at("2026-06-15T12:01"));
        assertThatThrownBy(() -> book(wish(world.facial, "2026-06-15T12:00"), USUAL))
                .isInstanceOf(SlotNotOffered.class);

        // Nobody is asked to come to what has begun.
        assertThat(world.desk.news.words()).isEmpty();
    }

    @Test
    void theClientIsNotToldWhereTheStaffSaySo() {
        book(wish(world.facial, "2026-06-17T10:00"), QUIET);

        assertThat(world.desk.news.words()).isEmpty();
    }

    @Test
    void timeThatIsTakenBindsThem() {
        book(wish(world.facial, world.noor, "2026-06-17T10:00"), USUAL);

        assertThatThrownBy(() -> book(wish(world.facial, world.noor, "2026-06-17T10:59"), USUAL))
                .isInstanceOf(SlotTaken.class);
        assertThat(book(wish(world.facial, "2026-06-17T10:59"), USUAL)
                        .practitioner()
                        .name())
                .isEqualTo("Dr Iris Lane");
        assertThatThrownBy(() -> book(wish(world.facial, "2026-06-17T10:30"), USUAL))
                .isInstanceOf(SlotTaken.class);
    }

    @Test
    void aHoldBindsThemUnlessItIsTheirs() {
        var wish = wish(world.facial, world.noor, "2026-06-17T10:00");
        var hold = world.desk.holding.hold(world.glow.id(), wish).id();

        assertThatThrownBy(() -> book(wish, USUAL)).isInstanceOf(SlotTaken.class);
        assertThat(book(holding(wish, hold), USUAL)).isNotNull();
    }

    @Test
    void withAReasonTheyOverbook() {
        book(wish(world.facial, world.noor, "2026-06-17T10:00"), USUAL);

        var second = book(wish(world.facial, world.noor, "2026-06-17T10:30"), OVERBOOKED);

        assertThat(second.overbooked()).isEqualTo("She is in pain");
        assertThat(offered(world.facial))
                .doesNotContain("2026-06-17T10:45", "2026-06-17T11:15")
                .contains("2026-06-17T11:30");
    }

    @Test
    void whoIsOverbookedMustBeNamed() {
        assertThatThrownBy(() -> book(wish(world.facial, "2026-06-17T10:30"), OVERBOOKED))
                .asInstanceOf(type(Invalid.class))
                .extracting(Invalid::violations)
                .isEqualTo(List.of(
                        new Violation("/practitionerId", "required", "Say who is to be booked twice at that time.")));
    }

    @Test
    void whereNobodyIsInTheWayNothingIsOverbooked() {
        assertThat(book(wish(world.facial, world.noor, "2026-06-17T10:30"), OVERBOOKED)
                        .overbooked())
                .isNull();
    }

    @Test
    void theRoomIsOverbookedOnlyWhereAllOfItsKindAreTaken() {
        world.diary.treatments.put(world.glow.id(), changed(world.laser, draft -> draft.by(world.iris, world.noor)));
        book(wish(world.laser, world.noor, "2026-06-17T10:00"), USUAL);
        assertThatThrownBy(() -> book(wish(world.laser, world.iris, "2026-06-17T10:00"), USUAL))
                .isInstanceOf(SlotTaken.class);

        assertThat(book(wish(world.laser, world.iris, "2026-06-17T10:00"), OVERBOOKED)
                        .room())
                .isEqualTo(new Named(world.laserRoom.id().value(), "Room 1"));

        world.diary.rooms.put(world.glow.id(), aRoom(9202, "Room 2", "laser"));
        assertThat(book(wish(world.laser, world.iris, "2026-06-17T10:15"), OVERBOOKED)
                        .room())
                .isEqualTo(new Named(uuid(9202), "Room 2"));
    }

    @Test
    void whatIsGivenBackBelongsToWhoeverIsOverbookedThere() {
        var first = book(wish(world.facial, world.noor, "2026-06-17T10:00"), USUAL);
        var second = book(wish(world.facial, world.noor, "2026-06-17T10:30"), OVERBOOKED);

        world.desk.diaryChanges.cancel(world.asRita(), first.id(), null);
        assertThat(offered(world.facial))
                .doesNotContain("2026-06-17T10:00", "2026-06-17T10:30")
                .contains("2026-06-17T09:30");

        world.desk.diaryChanges.cancel(world.asRita(), second.id(), null);
        assertThat(offered(world.facial)).contains("2026-06-17T10:00", "2026-06-17T10:30");
    }

    @Test
    void whoIsOverbookedIsNotInTheWayOfTheFirstAndTheFirstDoesNotMoveIntoThem() {
        var first = world.desk.booking.book(world.asBen(), wish(world.facial, world.noor, "2026-06-18T10:00"));
        book(wish(world.facial, world.noor, "2026-06-18T10:30"), OVERBOOKED);

        // Its own time, a quarter of an hour earlier: the last three quarters would still be in the other's.
        assertThatThrownBy(() -> world.desk.myChanges.move(
                        world.asBen(), first.id(), new Move(at("2026-06-18T09:45"), null, null)))
                .isInstanceOf(SlotTaken.class);
        assertThat(world.desk.myChanges.move(world.asBen(), first.id(), new Move(at("2026-06-18T09:30"), null, null)))
                .isNotNull();
        assertThat(world.desk.diaryChanges.move(
                        world.asRita(), first.id(), new Move(at("2026-06-18T10:00"), null, null, "As before")))
                .returns("As before", DiaryEntry::overbooked);
    }

    @Test
    void holdsGiveWayToWhoIsOverbooked() {
        var wish = wish(world.facial, world.noor, "2026-06-17T10:00");
        var hold = world.desk.holding.hold(world.glow.id(), wish).id();

        assertThat(book(wish, OVERBOOKED).overbooked()).isNotNull();

        assertThatThrownBy(() -> world.desk.booking.book(world.asBen(), holding(wish, hold)))
                .isInstanceOf(SlotTaken.class);
    }

    @Test
    void movedToWhereNobodyElseIsItIsNoLongerOverbooked() {
        book(wish(world.facial, world.noor, "2026-06-17T10:00"), USUAL);
        var second = book(wish(world.facial, world.noor, "2026-06-17T10:30"), OVERBOOKED);

        var moved =
                world.desk.diaryChanges.move(world.asRita(), second.id(), new Move(at("2026-06-17T14:00"), null, null));

        assertThat(moved.overbooked()).isNull();
        assertThat(offered(world.facial)).contains("2026-06-17T11:00").doesNotContain("2026-06-17T14:00");
    }

    @Test
    void aPackagePaysForItIfItCan() {
        var pack = new PackageId(uuid(3001));
        assertThatThrownBy(() -> book(paidWith(wish(world.facial, "2026-06-17T10:00"), pack), USUAL))
                .isInstanceOf(PackageNotUsable.class);

        var booked = world.desk.diaryBooking.book(
                world.asRita(), world.ada.id(), paidWith(wish(world.facial, "2026-06-19T10:00"), pack), USUAL);

        assertThat(booked).isNotNull();
    }

    @Test
    void whatTheClinicDoesNotHaveIsNotThere() {
        var free = wish(world.facial, "2026-06-17T10:00");

        assertThatThrownBy(() -> world.desk.diaryBooking.book(world.asRita(), world.cleo.id(), free, USUAL))
                .isInstanceOf(NoSuchThing.class);
        assertThatThrownBy(() -> world.desk.diaryBooking.book(world.asRita(), new ClientId(uuid(77)), free, USUAL))
                .isInstanceOf(NoSuchThing.class);
        assertThatThrownBy(() -> book(wish(world.wrap, "2026-06-17T10:00"), USUAL))
                .isInstanceOf(NoSuchThing.class);
        assertThatThrownBy(() -> world.desk.diaryBooking.book(world.asCarl(), world.ben.id(), free, USUAL))
                .isInstanceOf(NoSuchThing.class);
    }

    @Test
    void whoIsMadeUpForPreviewsIsNobodyToBookFor() {
        var sample = new InMemorySampleClients(world.profiles)
                .require(world.glow.id(), new ClientId(uuid(78)), "Sample")
                .id();

        assertThatThrownBy(() -> world.desk.diaryBooking.book(
                        world.asRita(), sample, wish(world.facial, "2026-06-17T10:00"), USUAL))
                .isInstanceOf(NoSuchThing.class);
    }

    @Test
    void whatIsNoLongerDoneIsNotBooked() {
        world.diary.treatments.put(world.glow.id(), changed(world.facial, draft -> draft.archived()));

        assertThatThrownBy(() -> book(wish(world.facial, "2026-06-17T10:00"), USUAL))
                .isInstanceOf(SlotNotOffered.class);
    }

    private DiaryEntry book(Wish wish, Manner manner) {
        return world.desk.diaryBooking.book(world.asRita(), world.ben.id(), wish, manner);
    }

    /** With Noor. */
    private List<String> offered(Treatment treatment) {
        var search = new Search(
                treatment.id(),
                world.noor.id(),
                LocalDate.parse("2026-06-17"),
                LocalDate.parse("2026-06-19"),
                null,
                (AppointmentId) null);
        return world.desk.availability.find(world.glow.id(), null, search).days().stream()
                .map(DaySlots::slots)
                .flatMap(List::stream)
                .map(slot -> local(slot.startsAt()))
                .toList();
    }

    private static String local(Instant time) {
        return time.atZone(Fixtures.LONDON).toLocalDateTime().toString();
    }
}
