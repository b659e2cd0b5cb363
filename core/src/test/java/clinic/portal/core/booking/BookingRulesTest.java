package clinic.portal.core.booking;

import static clinic.portal.core.fixtures.Fixtures.aBookedAppointment;
import static clinic.portal.core.fixtures.Fixtures.anAppointment;
import static clinic.portal.core.fixtures.Fixtures.uuid;
import static clinic.portal.core.fixtures.Offers.aRoom;
import static clinic.portal.core.fixtures.Offers.changed;
import static clinic.portal.core.fixtures.Wishes.at;
import static clinic.portal.core.fixtures.Wishes.wish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import clinic.portal.core.calendar.WorkingHours;
import clinic.portal.core.catalogue.Treatment;
import clinic.portal.core.catalogue.TreatmentId;
import clinic.portal.core.fixtures.Fixtures;
import clinic.portal.core.fixtures.World;
import clinic.portal.core.shared.AppointmentId;
import clinic.portal.core.shared.NoSuchThing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be booked when, and with whom. */
class BookingRulesTest {
    private final World world = Fixtures.glow();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-06-15T10:00", // yesterday
                "2026-06-16T13:45", // fifteen minutes short of the notice
                "2026-06-17T08:45", // before anybody works
                "2026-06-17T16:15", // would not be over by five
                "2026-06-17T10:05", // between two starts
                "2026-06-20T10:00", // a Saturday
                "2026-12-14T10:00" // a day beyond the horizon
            })
    void whatIsNotOfferedIsNotBooked(String start) {
        assertThatThrownBy(() -> book(wish(world.facial, start)))
                .asInstanceOf(type(SlotNotOffered.class))
                .returns("slot_not_offered", SlotNotOffered::code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-06-16T14:00", "2026-06-17T09:00", "2026-06-17T16:00", "2026-12-11T10:00"})
    void whatIsOfferedIsBooked(String start) {
        assertThat(book(wish(world.facial, start)).startsAt()).isEqualTo(at(start));
    }

    @Test
    void whatSomebodyElseHasIsTaken() {
        assertThatThrownBy(() -> book(wish(world.facial, world.iris, "2026-06-18T12:30")))
                .asInstanceOf(type(SlotTaken.class))
                .returns("slot_taken", SlotTaken::code);
    }

    @Test
    void whoeverHasTheLeastToDoThatDayIsChosen() {
        world.appointments.put(world.glow.id(), world.ada.id(), withNoor(1, at("2026-06-17T15:00")));

        assertThat(nameAt("2026-06-17T10:00")).isEqualTo("Dr Iris Lane");
        assertThat(nameAt("2026-06-17T12:00")).isEqualTo("Dr Iris Lane");
        // Iris has two hours now, Noor has one.
        assertThat(nameAt("2026-06-17T13:00")).isEqualTo("Noor Haddad");
    }

    @Test
    void whatSomebodyHasToDoOnOtherDaysDoesNotCount() {
        world.appointments.put(
                world.glow.id(),
                world.ada.id(),
                aBookedAppointment(1, at("2026-06-17T00:00").minusSeconds(3_600)));
        world.appointments.put(world.glow.id(), world.ada.id(), aBookedAppointment(2, at("2026-06-18T00:00")));

        assertThat(nameAt("2026-06-17T10:00")).isEqualTo("Dr Iris Lane");
    }

    @Test
    void whoeverIsFreeIsChosenBeforeWhoHasLessToDo() {
        world.appointments.put(world.glow.id(), world.ada.id(), withNoor(1, at("2026-06-17T10:00")));
        world.appointments.put(world.glow.id(), world.ada.id(), aBookedAppointment(2, at("2026-06-17T14:00")));
        world.appointments.put(world.glow.id(), world.ada.id(), aBookedAppointment(3, at("2026-06-17T15:00")));

        assertThat(nameAt("2026-06-17T10:00")).isEqualTo("Dr Iris Lane");
    }

    @Test
    void anybodyIsWhoeverIsStillFree() {
        assertThat(nameAt("2026-06-17T10:00")).isNotEqualTo(nameAt("2026-06-17T10:00"));
        assertThatThrownBy(() -> nameAt("2026-06-17T10:00")).isInstanceOf(SlotTaken.class);
    }

    @Test
    void whoeverIsAskedForIsTheOne() {
        assertThat(book(wish(world.facial, world.noor, "2026-06-17T10:00"))
                        .practitioner()
                        .name())
                .isEqualTo("Noor Haddad");
        assertThatThrownBy(() -> book(wish(world.facial, world.noor, "2026-06-17T10:00")))
                .isInstanceOf(SlotTaken.class);
    }

    @Test
    void whoDoesNotDoItIsNotBookedForIt() {
        assertThatThrownBy(() -> book(wish(world.laser, world.iris, "2026-06-17T10:00")))
                .isInstanceOf(SlotNotOffered.class);
    }

    @Test
    void aRoomOfTheKindMustBeFreeToo() {
        var both = changed(world.laser, draft -> draft.by(world.iris, world.noor));
        world.diary.treatments.put(world.glow.id(), both);
        book(wish(both, world.noor, "2026-06-17T10:30"));

        assertThatThrownBy(() -> book(wish(both, world.iris, "2026-06-17T10:30")))
                .isInstanceOf(SlotTaken.class);

        world.diary.rooms.put(world.glow.id(), aRoom(9202, "Room 2", "laser"));
        var second = book(wish(both, world.iris, "2026-06-17T10:30"));
        assertThat(world.diary
                        .entries
                        .find(world.glow.id(), second.id())
                        .orElseThrow()
                        .room())
                .hasFieldOrPropertyWithValue("name", "Room 2");
    }

    @Test
    void whatNeedsARoomThereIsNoneOfIsNotOffered() {
        world.diary.treatments.put(world.glow.id(), changed(world.laser, draft -> draft.in("pool")));

        assertThatThrownBy(() -> book(wish(world.laser, "2026-06-17T10:30"))).isInstanceOf(SlotNotOffered.class);
    }

    @Test
    void whatNeedsNoRoomTakesNone() {
        var booked = book(wish(world.facial, "2026-06-17T10:00"));

        assertThat(world.diary
                        .entries
                        .find(world.glow.id(), booked.id())
                        .orElseThrow()
                        .room())
                .isNull();
    }

    @Test
    void whoHasNoHoursIsNotBooked() {
        world.diary.hours.put(world.glow.id(), world.iris.id(), WorkingHours.NONE);

        assertThatThrownBy(() -> book(wish(world.facial, world.iris, "2026-06-17T10:00")))
                .isInstanceOf(SlotNotOffered.class);
    }

    @Test
    void anUnknownTreatmentIsNotThere() {
        var unknown = new Wish(new TreatmentId(uuid(1)), null, at("2026-06-17T10:00"), null, null, null);

        assertThatThrownBy(() -> book(unknown)).isInstanceOf(NoSuchThing.class);
        assertThatThrownBy(() -> book(wish(world.wrap, "2026-06-17T10:00"))).isInstanceOf(NoSuchThing.class);
    }

    @Test
    void whatClientsCannotBookIsNotThere() {
        for (Treatment hidden : List.of(
                changed(world.facial, draft -> draft.offline()), changed(world.facial, draft -> draft.archived()))) {
            world.diary.treatments.put(world.glow.id(), hidden);

            assertThatThrownBy(() -> book(wish(world.facial, "2026-06-17T10:00")))
                    .isInstanceOf(NoSuchThing.class);
        }
    }

    @Test
    void aPortalThatIsOffHasNothingToBook() {
        world.clinics.put(Fixtures.switchedOff(world.glow));

        assertThatThrownBy(() -> book(wish(world.facial, "2026-06-17T10:00"))).isInstanceOf(NoSuchThing.class);
    }

    @Test
    void aClinicThatTakesNoBookingsSaysSo() {
        world.clinics.put(Fixtures.takingNoBookings(world.glow));

        assertThatThrownBy(() -> book(wish(world.facial, "2026-06-17T10:00")))
                .asInstanceOf(type(BookingOff.class))
                .returns("booking_off", BookingOff::code);
    }

    @Test
    void whatMustComeBeforeMustHaveBeenHad() {
        assertThatThrownBy(() -> book(wish(world.peel, "2026-06-17T10:00")))
                .asInstanceOf(type(TreatmentRequired.class))
                .returns("treatment_required", TreatmentRequired::code);

        // Ada had a facial a month ago.
        assertThat(world.desk.booking.book(world.asAda(), wish(world.peel, "2026-06-17T10:00")))
                .isNotNull();
    }

    @Test
    void whatWasBookedOrMissedWasNotHad() {
        var facial = anAppointment(1, at("2026-06-15T10:00"), AppointmentStatus.NO_SHOW);
        world.appointments.put(world.glow.id(), world.ben.id(), facial);
        world.appointments.put(world.glow.id(), world.ben.id(), aBookedAppointment(2, at("2026-06-15T12:00")));

        assertThatThrownBy(() -> book(wish(world.peel, "2026-06-17T10:00"))).isInstanceOf(TreatmentRequired.class);
    }

    @Test
    void twoOfAKindHaveDaysBetweenThem() {
        world.desk.booking.book(world.asAda(), wish(world.peel, "2026-06-17T16:00"));

        assertThatThrownBy(() -> world.desk.booking.book(world.asAda(), wish(world.peel, "2026-07-14T10:00")))
                .asInstanceOf(type(TooSoon.class))
                .returns("too_soon", TooSoon::code)
                .returns(Map.of("earliestOn", "2026-07-15"), TooSoon::facts);
        // Days count, not hours.
        assertThat(world.desk.booking.book(world.asAda(), wish(world.peel, "2026-07-15T09:00")))
                .isNotNull();
    }

    @Test
    void daysAreCountedByTheClinicsClocks() {
        // Half past midnight in London is still the day before in Greenwich.
        var late = new AppointmentView(
                new AppointmentId(uuid(77)),
                new AppointmentView.Named(world.peel.id().value(), "Peel"),
                new AppointmentView.Named(world.iris.id().value(), "Dr Iris Lane"),
                Instant.parse("2026-06-17T23:30:00Z"),
                Instant.parse("2026-06-18T00:30:00Z"),
                Fixtures.LONDON,
                AppointmentStatus.BOOKED,
                Fixtures.pounds(80),
                Duration.ZERO,
                0,
                null);
        world.appointments.put(world.glow.id(), world.ada.id(), late);

        assertThatThrownBy(() -> world.desk.booking.book(world.asAda(), wish(world.peel, "2026-07-15T10:00")))
                .isInstanceOf(TooSoon.class);
        assertThat(world.desk.booking.book(world.asAda(), wish(world.peel, "2026-07-16T10:00")))
                .isNotNull();
    }

    private String nameAt(String start) {
        return book(wish(world.facial, start)).practitioner().name();
    }

    private AppointmentView book(Wish wish) {
        return world.desk.booking.book(world.asBen(), wish);
    }

    private AppointmentView withNoor(long number, Instant start) {
        var facial = aBookedAppointment(number, start);
        return new AppointmentView(
                facial.id(),
                facial.treatment(),
                new AppointmentView.Named(world.noor.id().value(), "Noor Haddad"),
                facial.startsAt(),
                facial.endsAt(),
                facial.zone(),
                facial.status(),
                facial.price(),
                facial.notice(),
                facial.version(),
                facial.notes());
    }
}
