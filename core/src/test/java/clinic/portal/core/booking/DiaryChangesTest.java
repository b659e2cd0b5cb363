package clinic.portal.core.booking;

import static clinic.portal.core.fixtures.Fixtures.anAppointment;
import static clinic.portal.core.fixtures.Fixtures.uuid;
import static clinic.portal.core.fixtures.Offers.aRoom;
import static clinic.portal.core.fixtures.Offers.changed;
import static clinic.portal.core.fixtures.Wishes.at;
import static clinic.portal.core.fixtures.Wishes.wish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import clinic.portal.core.booking.Appointment.By;
import clinic.portal.core.booking.Appointment.Cancellation;
import clinic.portal.core.booking.AppointmentNews.Change;
import clinic.portal.core.booking.AppointmentView.Named;
import clinic.portal.core.fakes.RecordedNews.Word;
import clinic.portal.core.fixtures.Fixtures;
import clinic.portal.core.fixtures.World;
import clinic.portal.core.shared.AppointmentId;
import clinic.portal.core.shared.NoSuchThing;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

class DiaryChangesTest {
    private final World world = Fixtures.glow();
    /** Ada's today from three to four, with Iris: too late for her to change it. */
    private final AppointmentId today = new AppointmentId(uuid(1005));

    @Test
    void theStaffCancelWithoutNoticeAndSayWhy() {
        var cancelled = world.desk.diaryChanges.cancel(world.asRita(), today, "Iris is ill");

        assertThat(cancelled)
                .isEqualTo(new DiaryEntry(
                        today,
                        new Named(world.ada.id().value(), "Ada Client"),
                        new Named(world.facial.id().value(), "Facial"),
                        new Named(world.iris.id().value(), "Dr Iris Lane"),
                        null,
                        at("2026-06-16T15:00"),
                        at("2026-06-16T16:00"),
                        Fixtures.LONDON,
                        AppointmentStatus.CANCELLED,
                        Fixtures.pounds(80),
                        null,
                        new Cancellation(By.STAFF, "Iris is ill"),
                        null,
                        2));
        assertThat(world.desk.news.words()).containsExactly(new Word(world.glow.id(), today, Change.CANCELLED, 2));
        assertThat(world.diary.schedules.lockedAlone()).containsExactly(world.iris.id());
    }

    @Test
    void theyCancelWhatHasBegun() {
        world.appointments.put(
                world.glow.id(), world.ben.id(), anAppointment(1, Fixtures.NOW, AppointmentStatus.ARRIVED));

        assertThat(world.desk
                        .diaryChanges
                        .cancel(world.asRita(), new AppointmentId(uuid(1)), null)
                        .status())
                .isEqualTo(AppointmentStatus.CANCELLED);
    }

    @ParameterizedTest
    @CsvSource({"CANCELLED, cancelled", "COMPLETED, done", "NO_SHOW, done"})
    void whatIsOverStaysAsItIs(AppointmentStatus status, String reason) {
        world.appointments.put(world.glow.id(), world.ben.id(), anAppointment(1, at("2026-06-25T10:00"), status));

        assertThatThrownBy(() -> world.desk.diaryChanges.cancel(world.asRita(), new AppointmentId(uuid(1)), null))
                .asInstanceOf(type(AppointmentLocked.class))
                .returns(Map.of("lockedReason", reason), AppointmentLocked::facts);
    }

    @Test
    void whatHasBegunStaysWhereItIs() {
        var begun = anAppointment(1, Fixtures.NOW, AppointmentStatus.BOOKED);
        world.appointments.put(world.glow.id(), world.ben.id(), begun);

        assertThatThrownBy(() -> move(begun.id(), "2026-06-26T10:00"))
                .asInstanceOf(type(AppointmentLocked.class))
                .returns(Map.of("lockedReason", "started"), AppointmentLocked::facts);
    }

    @ParameterizedTest
    @EnumSource(value = AppointmentStatus.class, names = "BOOKED", mode = Mode.EXCLUDE)
    void onlyWhatIsBookedMoves(AppointmentStatus status) {
        world.appointments.put(world.glow.id(), world.ben.id(), anAppointment(1, at("2026-06-25T10:00"), status));
        String reason = switch (status) {
            case CANCELLED -> "cancelled";
            case ARRIVED -> "arrived";
            default -> "done";
        };

        assertThatThrownBy(() -> move(new AppointmentId(uuid(1)), "2026-06-26T10:00"))
                .asInstanceOf(type(AppointmentLocked.class))
                .returns(Map.of("lockedReason", reason), AppointmentLocked::facts);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-06-16T12:01", // in a minute, between two starts
                "2026-06-20T22:00", // a Saturday night
                "2027-12-24T10:00" // beyond the horizon
            })
    void theyMoveItToAnyTimeToComeThatIsFree(String start) {
        var moved = move(today, start);

        assertThat(moved.startsAt()).isEqualTo(at(start));
        assertThat(moved.endsAt()).isEqualTo(at(start).plusSeconds(3_600));
        assertThat(world.desk.news.words()).containsExactly(new Word(world.glow.id(), today, Change.MOVED, 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-06-16T12:00", "2026-06-15T10:00"})
    void theyMoveNothingIntoThePast(String start) {
        assertThatThrownBy(() -> move(today, start)).isInstanceOf(SlotNotOffered.class);
    }

    @Test
    void timeThatIsTakenBindsThemToo() {
        // Ada's other one, on Thursday from twelve to one.
        assertThatThrownBy(() -> move(today, "2026-06-18T11:30")).isInstanceOf(SlotTaken.class);
        assertThatThrownBy(() -> move(today, "2026-06-18T12:59")).isInstanceOf(SlotTaken.class);
        assertThat(move(today, "2026-06-18T11:00")).isNotNull();
        assertThat(move(today, "2026-06-18T13:00")).isNotNull();
    }

    @Test
    void buffersBindThemToo() {
        var late = world.desk.booking.book(world.asBen(), wish(world.laser, "2026-06-17T10:30"));
        world.desk.booking.book(world.asAda(), wish(world.facial, world.noor, "2026-06-17T13:00"));

        // Fifteen minutes after it, ten before it.
        assertThatThrownBy(() -> move(late.id(), "2026-06-17T12:16")).isInstanceOf(SlotTaken.class);
        assertThat(move(late.id(), "2026-06-17T12:15")).isNotNull();
        assertThatThrownBy(() -> move(late.id(), "2026-06-17T14:09")).isInstanceOf(SlotTaken.class);
        assertThat(move(late.id(), "2026-06-17T14:10")).isNotNull();
    }

    @Test
    void theRoomMustBeFreeToo() {
        world.diary.treatments.put(world.glow.id(), changed(world.laser, draft -> draft.by(world.iris, world.noor)));
        var one = world.desk.booking.book(world.asBen(), wish(world.laser, world.noor, "2026-06-17T10:30"));
        world.desk.booking.book(world.asAda(), wish(world.laser, world.iris, "2026-06-17T15:30"));

        assertThatThrownBy(() -> move(one.id(), "2026-06-17T15:30")).isInstanceOf(SlotTaken.class);

        world.diary.rooms.put(world.glow.id(), aRoom(9202, "Room 2", "laser"));
        assertThat(move(one.id(), "2026-06-17T15:30").room()).isEqualTo(new Named(uuid(9202), "Room 2"));
    }

    @Test
    void itGoesToWhoeverTheySay() {
        var moved = world.desk.diaryChanges.move(
                world.asRita(), today, new Move(at("2026-06-16T15:00"), world.noor.id(), null));

        assertThat(moved.practitioner()).isEqualTo(new Named(world.noor.id().value(), "Noor Haddad"));
    }

    @Test
    void itDoesNotGoToWhoDoesNotDoIt() {
        assertThatThrownBy(() -> world.desk.diaryChanges.move(
                        world.asRita(), today, new Move(at("2026-06-17T15:00"), world.quim.id(), null)))
                .isInstanceOf(SlotNotOffered.class);
    }

    @Test
    void itMovesThoughItsTreatmentIsNoLongerOffered() {
        world.diary.treatments.put(world.glow.id(), changed(world.facial, draft -> draft.archived()));
        world.clinics.put(Fixtures.takingNoBookings(world.glow));

        assertThat(move(today, "2026-06-19T10:00")).isNotNull();
    }

    @Test
    void anotherClinicsAppointmentIsNotThere() {
        assertThatThrownBy(() -> world.desk.diaryChanges.cancel(world.asCarl(), today, null))
                .isInstanceOf(NoSuchThing.class);
        assertThatThrownBy(() -> world.desk.diaryChanges.move(
                        world.asCarl(), today, new Move(at("2026-06-19T10:00"), null, null)))
                .isInstanceOf(NoSuchThing.class);
    }

    private DiaryEntry move(AppointmentId id, String start) {
        return world.desk.diaryChanges.move(world.asRita(), id, new Move(at(start), null, null));
    }
}
