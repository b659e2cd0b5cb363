package clinic.portal.core.booking;

import static clinic.portal.core.fixtures.Fixtures.anAppointment;
import static clinic.portal.core.fixtures.Fixtures.uuid;
import static clinic.portal.core.fixtures.Wishes.at;
import static clinic.portal.core.fixtures.Wishes.paidWith;
import static clinic.portal.core.fixtures.Wishes.wish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import clinic.portal.core.fixtures.Fixtures;
import clinic.portal.core.fixtures.World;
import clinic.portal.core.packages.PackageId;
import clinic.portal.core.packages.PackageView.Sessions;
import clinic.portal.core.shared.AppointmentId;
import clinic.portal.core.shared.NoSuchThing;
import clinic.portal.core.shared.PageRequest;
import clinic.portal.core.shared.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AttendanceTest {
    private final World world = Fixtures.glow();
    private final AppointmentId id = new AppointmentId(uuid(1));

    enum Act {
        ARRIVE,
        COMPLETE,
        MISS,
        REOPEN,
        CANCEL;

        AppointmentStatus of(World world, Viewer.Staff viewer, AppointmentId id) {
            var attendance = world.desk.attendance;
            var after = switch (this) {
                case ARRIVE -> attendance.arrive(viewer, id);
                case COMPLETE -> attendance.complete(viewer, id);
                case MISS -> attendance.miss(viewer, id);
                case REOPEN -> attendance.reopen(viewer, id);
                case CANCEL -> world.desk.diaryChanges.cancel(viewer, id, null);
            };
            return after.status();
        }
    }

    /** What it is, what is done to it, what it is then: a status, or in small letters why it stays as it is. */
    static Stream<Arguments> everyStatusAndAct() {
        return """
                BOOKED    ARRIVE   ARRIVED
                BOOKED    COMPLETE COMPLETED
                BOOKED    MISS     NO_SHOW
                BOOKED    REOPEN   booked
                BOOKED    CANCEL   CANCELLED
                ARRIVED   ARRIVE   arrived
                ARRIVED   COMPLETE COMPLETED
                ARRIVED   MISS     arrived
                ARRIVED   REOPEN   BOOKED
                ARRIVED   CANCEL   CANCELLED
                COMPLETED ARRIVE   done
                COMPLETED COMPLETE done
                COMPLETED MISS     done
                COMPLETED REOPEN   BOOKED
                COMPLETED CANCEL   done
                CANCELLED ARRIVE   cancelled
                CANCELLED COMPLETE cancelled
                CANCELLED MISS     cancelled
                CANCELLED REOPEN   cancelled
                CANCELLED CANCEL   cancelled
                NO_SHOW   ARRIVE   done
                NO_SHOW   COMPLETE done
                NO_SHOW   MISS     done
                NO_SHOW   REOPEN   BOOKED
                NO_SHOW   CANCEL   done
                """.lines().map(line -> Arguments.of((Object[]) line.split(" +")));
    }

    @ParameterizedTest
    @MethodSource("everyStatusAndAct")
    void afterEachActItIsWhatTheTableSays(AppointmentStatus status, Act act, String outcome) {
        // It began an hour ago: no act is too early, and none on another day.
        given(status, Fixtures.NOW.minus(Duration.ofHours(1)));

        if (outcome.equals(outcome.toLowerCase(Locale.ROOT))) {
            assertThatThrownBy(() -> act.of(world, world.asRita(), id))
                    .asInstanceOf(type(AppointmentLocked.class))
                    .returns(Map.of("lockedReason", outcome), AppointmentLocked::facts);
            assertThat(now()).isEqualTo(status);
        } else {
            assertThat(act.of(world, world.asRita(), id)).isEqualTo(AppointmentStatus.valueOf(outcome));
            assertThat(now()).isEqualTo(AppointmentStatus.valueOf(outcome));
        }
    }

    @Test
    void theTableHasEveryStatusAndEveryAct() {
        assertThat(everyStatusAndAct().map(row -> row.get()[0] + " " + row.get()[1]))
                .hasSize(AppointmentStatus.values().length * Act.values().length)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({"BOOKED, COMPLETE", "ARRIVED, COMPLETE", "BOOKED, MISS"})
    void nothingIsOverBeforeItHasBegun(AppointmentStatus status, Act act) {
        given(status, Fixtures.NOW.plusSeconds(1));

        assertThatThrownBy(() -> act.of(world, world.asRita(), id))
                .asInstanceOf(type(AppointmentLocked.class))
                .returns(Map.of("lockedReason", "not_begun"), AppointmentLocked::facts);

        world.clock.elapse(Duration.ofSeconds(1));
        act.of(world, world.asRita(), id);
    }

    @Test
    void whoComesEarlyHasArrived() {
        given(AppointmentStatus.BOOKED, Fixtures.NOW.plus(Duration.ofHours(6)));

        assertThat(world.desk.attendance.arrive(world.asRita(), id).status()).isEqualTo(AppointmentStatus.ARRIVED);
    }

    @Test
    void nobodyArrivesOnADayBefore() {
        given(AppointmentStatus.BOOKED, Fixtures.NOW.plus(Duration.ofDays(1)));

        assertThatThrownBy(() -> world.desk.attendance.arrive(world.asRita(), id))
                .asInstanceOf(type(AppointmentLocked.class))
                .returns(Map.of("lockedReason", "not_begun"), AppointmentLocked::facts);
    }

    @ParameterizedTest
    @CsvSource({
        // It is noon on the sixteenth in London; days are London's, an hour ahead of Greenwich's.
        "2026-06-16T00:00, true",
        "2026-06-15T00:01, true",
        "2026-06-14T22:30, false",
        "2026-06-14T23:30, true"
    })
    void aSlipIsTakenBackUntilTheDayAfterByTheClinicsClocks(String startsAt, boolean possible) {
        given(AppointmentStatus.NO_SHOW, at(startsAt));

        if (possible) {
            assertThat(world.desk.attendance.reopen(world.asRita(), id).status())
                    .isEqualTo(AppointmentStatus.BOOKED);
        } else {
            assertThatThrownBy(() -> world.desk.attendance.reopen(world.asRita(), id))
                    .asInstanceOf(type(AppointmentLocked.class))
                    .returns(Map.of("lockedReason", "other_day"), AppointmentLocked::facts);
        }
    }

    @Test
    void aPackagesSessionIsUsedByWhoCameAndByWhoDidNot() {
        var pack = new PackageId(uuid(3001));
        var wish = paidWith(wish(world.facial, world.noor, "2026-06-16T11:00"), pack);
        var manner = new DiaryBooking.Manner(null, false);
        var booked = world.desk.diaryBooking.book(world.asRita(), world.ada.id(), wish, manner);
        assertThat(sessions()).isEqualTo(new Sessions(6, 1, 2));

        world.desk.attendance.complete(world.asRita(), booked.id());
        assertThat(sessions()).isEqualTo(new Sessions(6, 2, 1));

        world.desk.attendance.reopen(world.asRita(), booked.id());
        assertThat(sessions()).isEqualTo(new Sessions(6, 1, 2));

        world.desk.attendance.miss(world.asRita(), booked.id());
        assertThat(sessions()).isEqualTo(new Sessions(6, 2, 1));

        world.desk.attendance.reopen(world.asRita(), booked.id());
        world.desk.attendance.arrive(world.asRita(), booked.id());
        assertThat(sessions()).isEqualTo(new Sessions(6, 1, 2));
        world.desk.diaryChanges.cancel(world.asRita(), booked.id(), null);
        assertThat(sessions()).isEqualTo(new Sessions(6, 1, 1));
    }

    @Test
    void theClientIsToldNothing() {
        given(AppointmentStatus.BOOKED, Fixtures.NOW);

        world.desk.attendance.arrive(world.asRita(), id);
        world.desk.attendance.complete(world.asRita(), id);
        world.desk.attendance.reopen(world.asRita(), id);
        world.desk.attendance.miss(world.asRita(), id);

        assertThat(world.desk.news.words()).isEmpty();
    }

    @Test
    void aFacialThatIsCompletedOpensWhatComesAfterIt() {
        given(AppointmentStatus.BOOKED, Fixtures.NOW);
        var peel = wish(world.peel, "2026-06-24T10:00");
        assertThatThrownBy(() -> world.desk.booking.book(world.asBen(), peel)).isInstanceOf(TreatmentRequired.class);

        world.desk.attendance.complete(world.asRita(), id);

        assertThat(world.desk.booking.book(world.asBen(), peel)).isNotNull();
    }

    @Test
    void anotherClinicsAppointmentIsNotThere() {
        given(AppointmentStatus.BOOKED, Fixtures.NOW);

        for (Act act : Act.values()) {
            assertThatThrownBy(() -> act.of(world, world.asCarl(), id)).isInstanceOf(NoSuchThing.class);
        }
    }

    private void given(AppointmentStatus status, Instant startsAt) {
        world.appointments.put(world.glow.id(), world.ben.id(), anAppointment(1, startsAt, status));
    }

    private AppointmentStatus now() {
        return world.diary.entries.find(world.glow.id(), id).orElseThrow().status();
    }

    private Sessions sessions() {
        return world.myPackages
                .list(world.asAda(), PageRequest.first(1))
                .items()
                .getFirst()
                .sessions();
    }
}
