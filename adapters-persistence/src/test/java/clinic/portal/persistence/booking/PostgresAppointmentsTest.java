package clinic.portal.persistence.booking;

import static clinic.portal.persistence.testing.SampleDiary.DAY;
import static clinic.portal.persistence.testing.SampleDiary.TEN;
import static clinic.portal.persistence.testing.SampleDiary.place;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.portal.core.booking.Appointment;
import clinic.portal.core.booking.AppointmentNews.Change;
import clinic.portal.core.booking.Appointments;
import clinic.portal.core.booking.DiaryEntries;
import clinic.portal.core.booking.SlotTaken;
import clinic.portal.core.calendar.BookedAhead;
import clinic.portal.core.calendar.TimeOff;
import clinic.portal.core.calendar.TimesOff;
import clinic.portal.core.calendar.Visits;
import clinic.portal.core.messaging.Notice.Channel;
import clinic.portal.persistence.booking.SchedulerAppointmentNews.DueNotice;
import clinic.portal.persistence.login.SchedulerLinkQueue;
import clinic.portal.persistence.shared.Sql;
import clinic.portal.persistence.testing.CountingDatabase;
import clinic.portal.persistence.testing.EmbeddedDatabase;
import clinic.portal.persistence.testing.SampleDiary;
import clinic.portal.persistence.testing.Tenant;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(EmbeddedDatabase.class)
class PostgresAppointmentsTest {
    private final SampleDiary diary = new SampleDiary();

    @Inject
    Tenant tenant;

    @Inject
    Appointments appointments;

    @Inject
    DiaryEntries entries;

    @Inject
    BookedAhead ahead;

    @Inject
    Visits visits;

    @Inject
    TimesOff timesOff;

    @Inject
    SchedulerAppointmentNews news;

    @Inject
    Sql sql;

    @Inject
    AgroalDataSource database;

    @Test
    void isTakenAsItWasAddedWithPractitionerAndRoomOccupied() {
        var appointment = added(place(diary.ada, diary.room("laser"), TEN));

        assertThat(tenant.in(diary.clinic.id, () -> appointments.take(diary.clinic.id, appointment.id())))
                .contains(appointment);
        assertThat(occupied()).hasSize(2).containsOnly("09:50-10:50 appointment");
        assertThat(tenant.in(new SampleDiary().clinic.id, () -> appointments.take(diary.clinic.id, appointment.id())))
                .isEmpty();
    }

    @Test
    void addingIsOneStatementAndSoIsSaving() {
        var counting = new CountingDatabase(database);
        var counted = new PostgresAppointments(new Sql(counting.counted()));
        var appointment = diary.appointment(place(diary.ada, diary.room("laser"), TEN));

        tenant.run(diary.clinic.id, () -> counted.add(diary.clinic.id, appointment));
        assertThat(counting.statements()).isEqualTo(1);
        tenant.run(diary.clinic.id, () -> counted.save(diary.clinic.id, appointment.cancelledByStaff("Ill")));
        assertThat(counting.statements()).isEqualTo(1);
    }

    @Test
    void aCancelledOneGivesItsTimeBackInTheSameTransaction() {
        var appointment = added(place(diary.ada, null, TEN));

        tenant.run(diary.clinic.id, () -> {
            appointments.save(diary.clinic.id, appointment.cancelledByStaff("Ill"));
            appointments.add(diary.clinic.id, diary.appointment(place(diary.ada, null, TEN)));
        });

        var entry = tenant.in(diary.clinic.id, () -> entries.find(diary.clinic.id, appointment.id()))
                .orElseThrow();
        assertThat(entry.cancellation()).isEqualTo(new Appointment.Cancellation(Appointment.By.STAFF, "Ill"));
        assertThat(entry.version()).isEqualTo(1);
        assertThat(occupied()).containsExactly("09:50-10:50 appointment");
    }

    @Test
    void aMovedOneTakesItsNewTimeEvenWhereThatOverlapsTheOld() {
        var appointment = added(place(diary.ada, null, TEN));

        tenant.run(
                diary.clinic.id,
                () -> appointments.save(
                        diary.clinic.id, appointment.moved(place(diary.ada, null, TEN.plusSeconds(900)))));

        assertThat(occupied()).containsExactly("10:05-11:05 appointment");
    }

    @Test
    void whereItCannotMoveItStaysAsItWas() {
        added(place(diary.ada, null, TEN.plusSeconds(3600)));
        var appointment = added(place(diary.ada, null, TEN));

        assertThatThrownBy(() -> tenant.run(
                        diary.clinic.id,
                        () -> appointments.save(
                                diary.clinic.id, appointment.moved(place(diary.ada, null, TEN.plusSeconds(60))))))
                .isInstanceOf(SlotTaken.class);

        assertThat(tenant.in(diary.clinic.id, () -> appointments.take(diary.clinic.id, appointment.id())))
                .contains(appointment);
    }

    @Test
    void aVersionThatIsNotTheNextIsNotWritten() {
        var appointment = added(place(diary.ada, null, TEN));
        tenant.run(diary.clinic.id, () -> appointments.save(diary.clinic.id, appointment.cancelledByStaff(null)));

        assertThatThrownBy(() -> tenant.run(
                        diary.clinic.id,
                        () -> appointments.save(
                                diary.clinic.id, appointment.moved(place(diary.ada, null, TEN.plusSeconds(9000))))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void timeOffTakesWhatIsFreeAndThenWhatIsGivenBackWithinIt() {
        var appointment = added(place(diary.ada, null, TEN));
        var off = off(TEN.minusSeconds(3600), TEN.plusSeconds(7200));

        assertThat(occupied())
                .containsExactly("09:00-09:50 time off", "09:50-10:50 appointment", "10:50-12:00 time off");

        tenant.run(diary.clinic.id, () -> appointments.save(diary.clinic.id, appointment.cancelledByStaff(null)));
        assertThat(occupied()).containsExactly("09:00-09:50 time off", "09:50-10:50 time off", "10:50-12:00 time off");

        var beside = off(TEN, TEN.plusSeconds(10_800));
        assertThat(tenant.in(diary.clinic.id, () -> timesOff.remove(diary.clinic.id, diary.ada, off.id())))
                .isTrue();
        assertThat(occupied()).containsExactly("10:00-12:00 time off", "12:00-13:00 time off");
        assertThat(tenant.in(diary.clinic.id, () -> timesOff.remove(diary.clinic.id, diary.ada, beside.id())))
                .isTrue();
        assertThat(occupied()).isEmpty();
    }

    @Test
    void isAmongTheBookedOfItsPractitionerAndOfItsDay() {
        var appointment = added(place(diary.ada, null, TEN));

        var found = tenant.in(
                diary.clinic.id,
                () -> List.of(
                        ahead.with(diary.clinic.id, diary.ada, TEN),
                        ahead.with(diary.clinic.id, diary.ada, TEN, TEN.plusSeconds(1), TEN),
                        ahead.on(diary.clinic.id, DAY, DAY, TEN)));
        var none = tenant.in(
                diary.clinic.id,
                () -> List.of(
                        ahead.with(diary.clinic.id, diary.ada, TEN.plusSeconds(1800)),
                        ahead.with(diary.clinic.id, diary.ada, TEN.minusSeconds(60), TEN, TEN.minusSeconds(60)),
                        ahead.on(diary.clinic.id, DAY.plusDays(1), DAY.plusDays(2), TEN)));

        assertThat(found)
                .allSatisfy(each -> assertThat(each)
                        .singleElement()
                        .extracting(one -> one.id())
                        .isEqualTo(appointment.id()));
        assertThat(none).containsOnly(List.of());
        assertThat(tenant.in(diary.clinic.id, () -> entries.of(diary.clinic.id, diary.ada, TEN, TEN.plusSeconds(1))))
                .singleElement()
                .extracting(one -> one.notes())
                .isEqualTo("Back door, please");
    }

    @Test
    void visitsAreThoseKeptOrToCome() {
        var coming = added(place(diary.ada, null, TEN));
        diary.clinic.appointment(diary.client, TEN.minusSeconds(86_400), "no_show");
        diary.clinic.appointment(diary.client, TEN.minusSeconds(186_400), "cancelled");

        assertThat(tenant.in(diary.clinic.id, () -> visits.of(diary.clinic.id, diary.client, diary.peel, null)))
                .containsExactly(TEN);
        assertThat(tenant.in(diary.clinic.id, () -> visits.of(diary.clinic.id, diary.client, diary.peel, coming.id())))
                .isEmpty();
        assertThat(tenant.in(diary.clinic.id, () -> visits.hasHad(diary.clinic.id, diary.client, diary.peel)))
                .isFalse();
        diary.clinic.appointment(diary.client, TEN.minusSeconds(286_400), "completed");
        assertThat(tenant.in(diary.clinic.id, () -> visits.hasHad(diary.clinic.id, diary.client, diary.peel)))
                .isTrue();
        assertThat(tenant.in(
                        diary.clinic.id, () -> visits.isTheirs(diary.clinic.id, diary.clinic.client(), coming.id())))
                .isFalse();
    }

    @Test
    void newsIsOneJobForEachChannelAndNoneWhereTheChangeIsUndone() {
        var appointment = added(place(diary.ada, null, TEN));

        assertThatThrownBy(() -> tenant.run(diary.clinic.id, () -> {
                    news.tell(diary.clinic.id, appointment.id(), Change.BOOKED, 0);
                    throw new SlotTaken();
                }))
                .isInstanceOf(SlotTaken.class);
        assertThat(jobs(appointment)).isEmpty();

        tenant.run(diary.clinic.id, () -> news.tell(diary.clinic.id, appointment.id(), Change.BOOKED, 0));
        assertThat(jobs(appointment)).extracting(DueNotice::channel).containsExactlyInAnyOrder(Channel.values());
        assertThat(jobs(appointment))
                .allSatisfy(job -> assertThat(job.clinicId()).isEqualTo(diary.clinic.id));
    }

    private List<DueNotice> jobs(Appointment appointment) {
        return sql.list(
                row -> SchedulerLinkQueue.SERIALIZER.deserialize(DueNotice.class, row.bytes("task_data")),
                "select task_data from scheduled_tasks where task_name = 'tell-client' and task_instance like ? || '%'",
                appointment.id().value().toString());
    }

    private Appointment added(Appointment.Place place) {
        var appointment = diary.appointment(place);
        tenant.run(diary.clinic.id, () -> appointments.add(diary.clinic.id, appointment));
        return appointment;
    }

    private TimeOff off(Instant from, Instant to) {
        var off = new TimeOff(new TimeOff.Id(UUID.randomUUID()), diary.ada, from, to, ZoneId.of("Europe/London"), null);
        tenant.run(diary.clinic.id, () -> timesOff.add(diary.clinic.id, off));
        return off;
    }

    /** In UTC. */
    private List<String> occupied() {
        return tenant.in(diary.clinic.id, () -> sql.list(row -> row.text("stretch"), """
                select to_char(starts_at at time zone 'UTC', 'HH24:MI-') || to_char(ends_at at time zone 'UTC', 'HH24:MI ')
                       || case when appointment_id is not null then 'appointment'
                               when hold_id is not null then 'hold' else 'time off' end as stretch
                from occupied_time where clinic_id = ? order by starts_at""", diary.clinic.id.value()));
    }
}
