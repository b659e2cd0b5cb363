package clinic.portal.persistence.calendar;

import static clinic.portal.persistence.testing.SampleDiary.DAY;
import static clinic.portal.persistence.testing.SampleDiary.TEN;
import static clinic.portal.persistence.testing.SampleDiary.place;
import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.core.booking.Appointments;
import clinic.portal.core.booking.Holds;
import clinic.portal.core.calendar.Closure;
import clinic.portal.core.calendar.Closures;
import clinic.portal.core.calendar.HoldId;
import clinic.portal.core.calendar.HoursBook;
import clinic.portal.core.calendar.LocalSpan;
import clinic.portal.core.calendar.Schedule;
import clinic.portal.core.calendar.Schedule.Days;
import clinic.portal.core.calendar.Schedules;
import clinic.portal.core.calendar.Schedules.Query;
import clinic.portal.core.calendar.TimeOff;
import clinic.portal.core.calendar.TimesOff;
import clinic.portal.core.calendar.WorkingHours;
import clinic.portal.core.calendar.WorkingHours.Shift;
import clinic.portal.core.catalogue.PractitionerId;
import clinic.portal.persistence.shared.BookingLocks;
import clinic.portal.persistence.shared.Sql;
import clinic.portal.persistence.testing.CountingDatabase;
import clinic.portal.persistence.testing.EmbeddedDatabase;
import clinic.portal.persistence.testing.SampleClinic;
import clinic.portal.persistence.testing.SampleDiary;
import clinic.portal.persistence.testing.Tenant;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(EmbeddedDatabase.class)
class PostgresSchedulesTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Duration LIFE = Duration.ofMinutes(5);

    private final SampleDiary diary = new SampleDiary();

    @Inject
    Tenant tenant;

    @Inject
    Schedules schedules;

    @Inject
    Appointments appointments;

    @Inject
    Holds holds;

    @Inject
    HoursBook hours;

    @Inject
    TimesOff timesOff;

    @Inject
    Closures closures;

    @Inject
    AgroalDataSource database;

    @Test
    void tellsTheHouseTheTreatmentAndWhoDoesItByName() {
        var zoe = diary.practitioner("Zoe");
        var ben = diary.practitioner("Ben");

        var schedule = read(diary.on(DAY, DAY));

        assertThat(schedule.house().zone()).isEqualTo(LONDON);
        assertThat(schedule.house().policy().notice()).isEqualTo(Duration.ofHours(2));
        assertThat(schedule.house().policy().horizonDays()).isEqualTo(180);
        assertThat(schedule.house().portalOn()).isTrue();
        assertThat(schedule.treatment().id()).isEqualTo(diary.peel);
        assertThat(schedule.treatment().plan().practitioners()).containsExactlyInAnyOrder(diary.ada, ben, zoe);
        assertThat(schedule.practitioners())
                .extracting(Schedule.Column::practitioner)
                .containsExactly(diary.ada, ben, zoe);
        assertThat(schedule.rooms()).isEmpty();
    }

    @Test
    void leavesOutWhoIsArchivedAndTellsWhoWasAskedFor() {
        var ben = diary.practitioner("Ben");
        var gone = diary.practitioner("Gone");
        SampleClinic.run("update practitioners set archived = true where practitioner_id = ?", gone.value());

        assertThat(read(diary.on(DAY, DAY)).practitioners()).hasSize(2);
        assertThat(read(asking(ben)).practitioners())
                .extracting(Schedule.Column::practitioner)
                .containsExactly(ben);
        assertThat(read(asking(gone)).practitioners()).isEmpty();
        assertThat(schedules.read(diary.clinic.id, asking(new PractitionerId(UUID.randomUUID()))))
                .isEmpty();
    }

    @Test
    void nothingIsToldOfAnotherClinic() {
        var other = new SampleDiary();

        assertThat(schedules.read(other.clinic.id, diary.on(DAY, DAY))).isEmpty();
        assertThat(tenant.in(other.clinic.id, () -> schedules.read(diary.clinic.id, diary.on(DAY, DAY))))
                .isEmpty();
    }

    @Test
    void anAppointmentTakesItsTimeWithItsBuffersAndHidesNothingFromItsOwnMove() {
        var appointment = diary.appointment(place(diary.ada, diary.room("laser"), TEN));
        tenant.run(diary.clinic.id, () -> appointments.add(diary.clinic.id, appointment));

        assertThat(busySeconds(diary.seeing(null, null))).isEqualTo(3600);
        assertThat(read(diary.seeing(null, null)).rooms().getFirst().busy().isFree(0, TEN.getEpochSecond() - 600))
                .isTrue();
        assertThat(read(diary.seeing(null, null)).rooms().getFirst().busy().isFree(0, TEN.getEpochSecond() - 599))
                .isFalse();
        assertThat(busySeconds(diary.seeing(null, appointment.id()))).isZero();
    }

    @Test
    void aHoldTakesTimeFromAllButItsOwnerAndNoLongerThanItLives() {
        var hold = new HoldId(UUID.randomUUID());
        var other = diary.appointment(place(diary.ada, null, TEN.plusSeconds(7200)));
        tenant.run(diary.clinic.id, () -> {
            holds.add(diary.clinic.id, hold, place(diary.ada, null, TEN), LIFE);
            appointments.add(diary.clinic.id, other);
        });

        assertThat(busySeconds(diary.seeing(null, null))).isEqualTo(7200);
        assertThat(busySeconds(diary.seeing(hold, null))).isEqualTo(3600);

        expire(hold);
        assertThat(busySeconds(diary.seeing(null, null))).isEqualTo(3600);
    }

    @Test
    void readingAloneClearsExpiredHoldsAway() {
        var hold = new HoldId(UUID.randomUUID());
        tenant.run(diary.clinic.id, () -> holds.add(diary.clinic.id, hold, place(diary.ada, null, TEN), LIFE));
        expire(hold);

        tenant.run(diary.clinic.id, () -> {
            schedules.readAlone(diary.clinic.id, diary.seeing(null, null));
            holds.add(diary.clinic.id, new HoldId(UUID.randomUUID()), place(diary.ada, null, TEN), LIFE);
        });

        assertThat(SampleClinic.run("delete from holds where hold_id = ?", hold.value()))
                .isZero();
    }

    @Test
    void longTimeOffIsSeenOnEachOfItsDays() {
        off(TEN.minus(Duration.ofDays(40)), TEN.plus(Duration.ofDays(40)));

        assertThat(read(diary.on(DAY, DAY))
                        .practitioners()
                        .getFirst()
                        .busy()
                        .isFree(TEN.getEpochSecond(), TEN.getEpochSecond() + 1))
                .isFalse();
    }

    @Test
    void hoursComeWithTheOverridesOfTheDaysAskedForAndGoBackAsTheyCame() {
        var given = new WorkingHours(
                List.of(new Shift(DayOfWeek.MONDAY, new LocalSpan(540, 1440), List.of(new LocalSpan(720, 780)))),
                List.of(
                        new WorkingHours.Override(DAY, List.of(new LocalSpan(600, 660))),
                        new WorkingHours.Override(DAY.plusDays(9), List.of())));

        tenant.run(
                diary.clinic.id,
                () -> assertThat(hours.replace(diary.clinic.id, diary.ada, 0, given))
                        .isTrue());

        assertThat(tenant.in(diary.clinic.id, () -> hours.find(diary.clinic.id, diary.ada)))
                .contains(new HoursBook.Versioned(given, 1, LONDON));
        assertThat(tenant.in(diary.clinic.id, () -> hours.replace(diary.clinic.id, diary.ada, 0, WorkingHours.NONE)))
                .isFalse();
        assertThat(read(diary.on(DAY, DAY)).practitioners().getFirst().hours())
                .isEqualTo(new WorkingHours(
                        given.weekly(), List.of(given.overrides().getFirst())));
    }

    @Test
    void closuresAreThoseThatTouchTheDays() {
        close(0, 0);
        close(-3, -1);
        close(-9, 9);

        assertThat(read(diary.on(DAY, DAY)).closedOn())
                .containsExactlyInAnyOrder(new Days(DAY, DAY), new Days(DAY.minusDays(9), DAY.plusDays(9)));
    }

    @Test
    void isOneStatementWhateverThereIs() {
        diary.room("laser");
        for (int more = 0; more < 20; more++) {
            diary.practitioner("More " + more);
        }
        var counting = new CountingDatabase(database);
        var sql = new Sql(counting.counted());
        var counted = new PostgresSchedules(sql, new BookingLocks(sql));

        assertThat(counted.read(diary.clinic.id, diary.on(DAY, DAY.plusDays(30))))
                .isPresent();
        assertThat(counting.statements()).isEqualTo(1);
        assertThat(tenant.in(diary.clinic.id, () -> counted.readAlone(diary.clinic.id, diary.on(DAY, DAY))))
                .isPresent();
        assertThat(counting.statements()).isEqualTo(1);
    }

    private void off(Instant from, Instant to) {
        tenant.run(
                diary.clinic.id,
                () -> timesOff.add(
                        diary.clinic.id,
                        new TimeOff(new TimeOff.Id(UUID.randomUUID()), diary.ada, from, to, LONDON, "Course")));
    }

    private void close(int from, int to) {
        tenant.run(
                diary.clinic.id,
                () -> closures.add(
                        diary.clinic.id,
                        new Closure(new Closure.Id(UUID.randomUUID()), DAY.plusDays(from), DAY.plusDays(to), null)));
    }

    private static void expire(HoldId hold) {
        SampleClinic.run("update holds set expires_at = now() where hold_id = ?", hold.value());
        SampleClinic.run("update occupied_time set expires_at = now() where hold_id = ?", hold.value());
    }

    private Query asking(PractitionerId practitioner) {
        return new Query(diary.peel, practitioner, DAY, DAY, null, null);
    }

    private Schedule read(Query query) {
        return schedules.read(diary.clinic.id, query).orElseThrow();
    }

    private long busySeconds(Query query) {
        return read(query).practitioners().getFirst().busy().secondsWithin(0, Long.MAX_VALUE);
    }
}
