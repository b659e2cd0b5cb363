package clinic.portal.core.booking;

import static clinic.portal.core.fixtures.Fixtures.aBookedAppointment;
import static clinic.portal.core.fixtures.Fixtures.aPackage;
import static clinic.portal.core.fixtures.Fixtures.anAppointment;
import static clinic.portal.core.fixtures.Fixtures.uuid;
import static clinic.portal.core.fixtures.Offers.changed;
import static clinic.portal.core.fixtures.Wishes.at;
import static clinic.portal.core.fixtures.Wishes.holding;
import static clinic.portal.core.fixtures.Wishes.noting;
import static clinic.portal.core.fixtures.Wishes.paidWith;
import static clinic.portal.core.fixtures.Wishes.wish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import clinic.portal.core.booking.Appointment.By;
import clinic.portal.core.booking.Appointment.Cancellation;
import clinic.portal.core.booking.AppointmentNews.Change;
import clinic.portal.core.calendar.HoldId;
import clinic.portal.core.catalogue.Practitioner;
import clinic.portal.core.fakes.RecordedNews.Word;
import clinic.portal.core.fixtures.Draft;
import clinic.portal.core.fixtures.Fixtures;
import clinic.portal.core.fixtures.World;
import clinic.portal.core.packages.PackageId;
import clinic.portal.core.shared.AppointmentId;
import clinic.portal.core.shared.NoSuchThing;
import clinic.portal.core.shared.PageRequest;
import clinic.portal.core.shared.PreviewReadOnly;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MyChangesTest {
    private final World world = Fixtures.glow();
    /** Thursday from twelve to one, with Iris. */
    private final AppointmentId thursday = new AppointmentId(uuid(1003));

    @Test
    void aCancelledAppointmentStaysAndSaysSo() {
        var cancelled = world.desk.myChanges.cancel(world.asAda(), thursday, "Ill");

        assertThat(cancelled.status()).isEqualTo(AppointmentStatus.CANCELLED);
        assertThat(cancelled.version()).isEqualTo(2);
        assertThat(world.myAppointments.show(world.asAda(), thursday)).isEqualTo(cancelled);
        assertThat(entry(thursday).cancellation()).isEqualTo(new Cancellation(By.CLIENT, "Ill"));
        assertThat(world.desk.news.words()).containsExactly(new Word(world.glow.id(), thursday, Change.CANCELLED, 2));
    }

    @Test
    void whatIsCancelledCanBeBookedAgain() {
        world.desk.myChanges.cancel(world.asAda(), thursday, null);

        assertThat(world.desk.booking.book(world.asBen(), wish(world.facial, world.iris, "2026-06-18T12:00")))
                .isNotNull();
    }

    @Test
    void nobodyElseHasThePractitionersTimeWhileItIsGivenBack() {
        world.desk.myChanges.cancel(world.asAda(), thursday, null);

        assertThat(world.diary.schedules.lockedAlone()).containsExactly(world.iris.id());
    }

    @Test
    void aSessionOfAPackageIsGivenBack() {
        world.packages.put(world.glow.id(), world.ben.id(), aPackage(3009, Fixtures.NOW));
        var wish = paidWith(wish(world.facial, "2026-06-18T10:00"), new PackageId(uuid(3009)));
        var booked = world.desk.booking.book(world.asBen(), wish);

        world.desk.myChanges.cancel(world.asBen(), booked.id(), null);

        assertThat(world.myPackages
                        .list(world.asBen(), PageRequest.first(1))
                        .items()
                        .getFirst()
                        .sessions()
                        .reserved())
                .isEqualTo(1);
    }

    @Test
    void aLateCancellationIsRefusedWithTheDeadline() {
        world.clock.set(at("2026-06-17T12:00"));

        assertThatThrownBy(() -> world.desk.myChanges.cancel(world.asAda(), thursday, null))
                .asInstanceOf(type(AppointmentLocked.class))
                .returns("appointment_locked", AppointmentLocked::code)
                .returns("It is too late to change this appointment here; call the clinic.", AppointmentLocked::detail)
                .returns(
                        Map.of("lockedReason", "too_late", "changeableUntil", "2026-06-17T12:00:00+01:00"),
                        AppointmentLocked::facts);
        assertThat(world.desk.news.words()).isEmpty();
    }

    @Test
    void aMomentBeforeTheDeadlineIsInTime() {
        world.clock.set(at("2026-06-17T12:00").minusMillis(1));

        assertThat(world.desk.myChanges.cancel(world.asAda(), thursday, null)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "CANCELLED, cancelled, This appointment is cancelled already.",
        "COMPLETED, done, This appointment is over.",
        "NO_SHOW, done, This appointment is over."
    })
    void whatIsNotBookedIsLocked(AppointmentStatus status, String reason, String sentence) {
        world.appointments.put(
                world.glow.id(), world.ben.id(), anAppointment(1, Fixtures.NOW.plus(Duration.ofDays(3)), status));

        assertThatThrownBy(() -> world.desk.myChanges.cancel(world.asBen(), new AppointmentId(uuid(1)), null))
                .asInstanceOf(type(AppointmentLocked.class))
                .returns(Map.of("lockedReason", reason), AppointmentLocked::facts)
                .returns(sentence, AppointmentLocked::detail);
        assertThatThrownBy(() -> moveOf(new AppointmentId(uuid(1)), "2026-06-25T10:00"))
                .isInstanceOf(AppointmentLocked.class);
    }

    @Test
    void whatHasBegunIsLocked() {
        world.clock.set(at("2026-06-18T12:00"));

        assertThatThrownBy(() -> world.desk.myChanges.cancel(world.asAda(), thursday, null))
                .asInstanceOf(type(AppointmentLocked.class))
                .returns(Map.of("lockedReason", "started"), AppointmentLocked::facts)
                .returns("This appointment has begun.", AppointmentLocked::detail);
    }

    @Test
    void othersAppointmentsAreNotThere() {
        assertThatThrownBy(() -> world.desk.myChanges.cancel(world.asBen(), thursday, null))
                .isInstanceOf(NoSuchThing.class);
        assertThatThrownBy(() -> world.desk.myChanges.cancel(world.asCleo(), thursday, null))
                .isInstanceOf(NoSuchThing.class);
        assertThatThrownBy(() -> moveOf(thursday, "2026-06-25T10:00")).isInstanceOf(NoSuchThing.class);
    }

    @Test
    void aPreviewChangesNothing() {
        assertThatThrownBy(() -> world.desk.myChanges.cancel(world.asAdaInPreview(), thursday, null))
                .isInstanceOf(PreviewReadOnly.class);
        assertThatThrownBy(() ->
                        world.desk.myChanges.move(world.asAdaInPreview(), thursday, to("2026-06-19T10:00", null, null)))
                .isInstanceOf(PreviewReadOnly.class);
    }

    @Test
    void aMovedAppointmentIsTheSameAtAnotherTime() {
        var booked = world.desk.booking.book(
                world.asBen(), noting(wish(world.facial, world.noor, "2026-06-18T10:00"), "Sensitive skin"));

        var moved = moveOf(booked.id(), "2026-06-19T14:15");

        assertThat(moved.id()).isEqualTo(booked.id());
        assertThat(moved.startsAt()).isEqualTo(at("2026-06-19T14:15"));
        assertThat(moved.endsAt()).isEqualTo(at("2026-06-19T15:15"));
        assertThat(moved.practitioner().name()).isEqualTo("Noor Haddad");
        assertThat(moved.notes()).isEqualTo("Sensitive skin");
        assertThat(moved.price()).isEqualTo(booked.price());
        assertThat(moved.notice()).isEqualTo(booked.notice());
        assertThat(moved.status()).isEqualTo(AppointmentStatus.BOOKED);
        assertThat(moved.version()).isEqualTo(1);
        assertThat(world.myAppointments.show(world.asBen(), booked.id())).isEqualTo(moved);
        assertThat(world.desk.news.words()).last().isEqualTo(new Word(world.glow.id(), booked.id(), Change.MOVED, 1));
    }

    @Test
    void theOldTimeIsFreeAndTheNewOneTaken() {
        world.desk.myChanges.move(world.asAda(), thursday, to("2026-06-19T12:00", null, null));

        assertThat(world.desk.booking.book(world.asBen(), wish(world.facial, world.iris, "2026-06-18T12:00")))
                .isNotNull();
        assertThatThrownBy(() ->
                        world.desk.booking.book(world.asBen(), wish(world.facial, world.iris, "2026-06-19T12:00")))
                .isInstanceOf(SlotTaken.class);
    }

    @Test
    void itMayMoveIntoPartOfItsOwnTime() {
        var moved = world.desk.myChanges.move(world.asAda(), thursday, to("2026-06-18T12:30", null, null));

        assertThat(moved.startsAt()).isEqualTo(at("2026-06-18T12:30"));
    }

    @Test
    void itMayMoveToAnotherPractitioner() {
        var moved = world.desk.myChanges.move(world.asAda(), thursday, to("2026-06-18T12:00", world.noor, null));

        assertThat(moved.practitioner().name()).isEqualTo("Noor Haddad");
    }

    @Test
    void itDoesNotMoveWhereSomebodyIs() {
        world.desk.booking.book(world.asBen(), wish(world.facial, world.iris, "2026-06-19T12:00"));

        assertThatThrownBy(() -> world.desk.myChanges.move(world.asAda(), thursday, to("2026-06-19T12:30", null, null)))
                .isInstanceOf(SlotTaken.class);
        assertThat(world.myAppointments.show(world.asAda(), thursday).startsAt())
                .isEqualTo(at("2026-06-18T12:00"));
    }

    @Test
    void itDoesNotMoveWhereNothingIsOffered() {
        assertThatThrownBy(() -> world.desk.myChanges.move(world.asAda(), thursday, to("2026-06-20T12:00", null, null)))
                .isInstanceOf(SlotNotOffered.class);
    }

    @Test
    void itMovesToWhatItsClientHoldsWhichIsThenReleased() {
        var friday = wish(world.facial, world.iris, "2026-06-19T12:00");
        HoldId hold = world.desk.holding.hold(world.glow.id(), friday).id();

        world.desk.myChanges.move(world.asAda(), thursday, to("2026-06-19T12:30", null, hold));

        assertThat(world.desk.holding.hold(
                        world.glow.id(), holding(wish(world.facial, world.iris, "2026-06-19T11:30"), hold)))
                .isNotNull();
    }

    @Test
    void movingDoesNotCountItselfAmongTheDaysBetween() {
        var peel = world.desk.booking.book(world.asAda(), wish(world.peel, "2026-06-18T10:00"));

        assertThat(world.desk.myChanges.move(world.asAda(), peel.id(), to("2026-06-19T10:00", null, null)))
                .isNotNull();
    }

    @Test
    void movingKeepsTheDaysBetweenItAndTheOthers() {
        var first = world.desk.booking.book(world.asAda(), wish(world.peel, "2026-06-18T10:00"));
        world.desk.booking.book(world.asAda(), wish(world.peel, "2026-07-16T10:00"));

        assertThatThrownBy(
                        () -> world.desk.myChanges.move(world.asAda(), first.id(), to("2026-06-19T10:00", null, null)))
                .isInstanceOf(TooSoon.class);
    }

    @Test
    void whatItWasBookedOnStaysWhateverTheTreatmentCostsNow() {
        world.diary.treatments.put(world.glow.id(), changed(world.facial, draft -> draft.at(Fixtures.pounds(95))));

        var moved = world.desk.myChanges.move(world.asAda(), thursday, to("2026-06-19T12:00", null, null));

        assertThat(moved.price()).isEqualTo(Fixtures.pounds(80));
    }

    @Test
    void aClinicThatTakesNoBookingsMovesNothingEither() {
        world.clinics.put(Fixtures.takingNoBookings(world.glow));

        assertThatThrownBy(() -> world.desk.myChanges.move(world.asAda(), thursday, to("2026-06-19T12:00", null, null)))
                .isInstanceOf(BookingOff.class);
        assertThat(world.desk.myChanges.cancel(world.asAda(), thursday, null)).isNotNull();
    }

    @Test
    void whatIsNoLongerOfferedDoesNotMoveYetIsStillThere() {
        world.diary.treatments.put(world.glow.id(), changed(world.facial, Draft::archived));

        assertThatThrownBy(() -> world.desk.myChanges.move(world.asAda(), thursday, to("2026-06-19T12:00", null, null)))
                .isInstanceOf(SlotNotOffered.class);
    }

    @Test
    void aMoveToWhereItIsChangesNothingAndTellsNobody() {
        var booked = world.desk.booking.book(world.asBen(), wish(world.facial, world.noor, "2026-06-18T10:00"));
        int told = world.desk.news.words().size();

        assertThat(moveOf(booked.id(), "2026-06-18T10:00")).isEqualTo(booked);
        assertThat(world.desk.news.words()).hasSize(told);
    }

    @Test
    void aLateMoveIsRefusedWhereverItGoes() {
        world.appointments.put(world.glow.id(), world.ben.id(), aBookedAppointment(1, at("2026-06-17T11:00")));

        assertThatThrownBy(() -> moveOf(new AppointmentId(uuid(1)), "2026-06-25T10:00"))
                .isInstanceOf(AppointmentLocked.class);
    }

    private AppointmentView moveOf(AppointmentId id, String start) {
        return world.desk.myChanges.move(world.asBen(), id, to(start, null, null));
    }

    private static Move to(String start, @Nullable Practitioner practitioner, @Nullable HoldId hold) {
        return new Move(at(start), practitioner == null ? null : practitioner.id(), hold);
    }

    private DiaryEntry entry(AppointmentId id) {
        return world.diary.entries.find(world.glow.id(), id).orElseThrow();
    }
}
