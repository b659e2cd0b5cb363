package clinic.portal.persistence.booking;

import static clinic.portal.persistence.testing.SampleDiary.TEN;
import static clinic.portal.persistence.testing.SampleDiary.place;
import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.core.booking.Appointment;
import clinic.portal.core.booking.Appointments;
import clinic.portal.core.booking.Holds;
import clinic.portal.core.booking.OneTimeKeys;
import clinic.portal.core.booking.OneTimeKeys.Purpose;
import clinic.portal.core.booking.OneTimeKeys.Spending;
import clinic.portal.core.booking.SlotTaken;
import clinic.portal.core.calendar.HoldId;
import clinic.portal.core.calendar.Schedule;
import clinic.portal.core.calendar.Schedules;
import clinic.portal.core.calendar.Schedules.Query;
import clinic.portal.core.calendar.TimeOff;
import clinic.portal.core.calendar.TimesOff;
import clinic.portal.core.catalogue.PractitionerId;
import clinic.portal.core.catalogue.RoomId;
import clinic.portal.core.client.Guests;
import clinic.portal.core.packages.PackageId;
import clinic.portal.core.packages.PackageSessions;
import clinic.portal.core.shared.AppointmentId;
import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.EmailAddress;
import clinic.portal.core.shared.PhoneNumber;
import clinic.portal.persistence.shared.Sql;
import clinic.portal.persistence.testing.AtOnce;
import clinic.portal.persistence.testing.EmbeddedDatabase;
import clinic.portal.persistence.testing.SampleDiary;
import clinic.portal.persistence.testing.Tenant;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What holds when many come at once (PAINS 1, SECURITY B32). */
@QuarkusTest
@WithTestResource(EmbeddedDatabase.class)
class BookingRacesTest {
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
    TimesOff timesOff;

    @Inject
    OneTimeKeys keys;

    @Inject
    PackageSessions sessions;

    @Inject
    Guests guests;

    @Inject
    Sql sql;

    @Test
    void ofManyWhoBookOneTimeOneGetsItAndTheOthersAreToldSo() throws Exception {
        var all = AtOnce.call(48, caller -> book(diary.ada, null));

        assertThat(all).filteredOn(Appointment.class::isInstance).hasSize(1);
        assertThat(all).filteredOn(SlotTaken.class::isInstance).hasSize(47);
        assertThat(occupied()).isEqualTo(1);
    }

    /** The constraint is there for whoever has not looked. */
    @Test
    void evenThoseWhoDidNotLookDoNotOverlap() throws Exception {
        var all = AtOnce.call(
                24,
                caller -> tenant.in(diary.clinic.id, () -> {
                    schedules.alone(diary.clinic.id, diary.ada);
                    return add(diary.ada, null);
                }));

        assertThat(all).filteredOn(Appointment.class::isInstance).hasSize(1);
        assertThat(all).filteredOn(SlotTaken.class::isInstance).hasSize(23);
    }

    @Test
    void ofManyWhoBookWithDifferentPractitionersOneGetsTheOnlyRoom() throws Exception {
        RoomId room = diary.room("laser");
        PractitionerId ben = diary.practitioner("Ben");

        var all = AtOnce.call(24, caller -> book(caller % 2 == 0 ? diary.ada : ben, room));

        assertThat(all).filteredOn(Appointment.class::isInstance).hasSize(1);
        assertThat(all).filteredOn(SlotTaken.class::isInstance).hasSize(23);
        assertThat(occupied()).isEqualTo(2);
    }

    @Test
    void whoWantsAnybodyAndWhoWantsSomebodyNeverWaitForEachOtherInACircle() throws Exception {
        PractitionerId ben = diary.practitioner("Ben");
        diary.practitioner("Cleo");

        var all = AtOnce.call(
                48,
                caller -> tenant.in(diary.clinic.id, () -> {
                    var wanted = caller % 3 == 0 ? null : caller % 3 == 1 ? ben : diary.ada;
                    var query = new Query(diary.peel, wanted, SampleDiary.DAY, SampleDiary.DAY, null, null);
                    return schedules.readAlone(diary.clinic.id, query).isPresent();
                }));

        assertThat(all).containsOnly(true);
    }

    @Test
    void whoHasWaitedSeesWhatWasBookedMeanwhile() throws Exception {
        var locked = new CountDownLatch(1);
        var looked = new CountDownLatch(1);
        var all = AtOnce.call(
                2,
                caller -> tenant.in(
                        diary.clinic.id, () -> caller == 0 ? firstToBook(locked, looked) : lateToLook(locked, looked)));

        assertThat(all.get(1)).isEqualTo(false);
    }

    private Object firstToBook(CountDownLatch locked, CountDownLatch looked) {
        schedules.readAlone(diary.clinic.id, diary.seeing(null, null));
        locked.countDown();
        // The other is in line before this one books: it began its call before what it must see was written.
        while (waiting() == 0 && looked.getCount() > 0) {
            Thread.onSpinWait();
        }
        return add(diary.ada, null);
    }

    private Object lateToLook(CountDownLatch locked, CountDownLatch looked) {
        await(locked);
        var schedule = schedules.readAlone(diary.clinic.id, diary.seeing(null, null));
        looked.countDown();
        return free(schedule.orElseThrow());
    }

    @Test
    void aHoldAndTimeOffAtOnceNeverBothHaveTheTime() throws Exception {
        var off = new TimeOff(
                new TimeOff.Id(UUID.randomUUID()),
                diary.ada,
                TEN.minusSeconds(7200),
                TEN.plusSeconds(7200),
                ZoneId.of("Europe/London"),
                null);

        var all = AtOnce.call(
                12,
                caller -> caller == 5
                        ? tenant.in(diary.clinic.id, () -> {
                            schedules.stopBooking(diary.clinic.id);
                            timesOff.add(diary.clinic.id, off);
                            return true;
                        })
                        : hold());

        assertThat(all)
                .filteredOn(each -> each instanceof Throwable && !(each instanceof SlotTaken))
                .isEmpty();
        assertThat(count("select count(*) as n from holds where clinic_id = ?")).isZero();
        assertThat(occupied()).isEqualTo(1);
    }

    @Test
    void aKeyIsSpentOnceHoweverManyTry() throws Exception {
        byte[] hash = new byte[32];
        tenant.run(diary.clinic.id, () -> keys.add(diary.clinic.id, Purpose.PREFILL, hash, diary.client, LIFE));

        var all = AtOnce.call(
                100, caller -> tenant.in(diary.clinic.id, () -> keys.spend(diary.clinic.id, Purpose.PREFILL, hash)));

        assertThat(Collections.frequency(all, new Spending.Spent(diary.client))).isEqualTo(1);
        assertThat(Collections.frequency(all, new Spending.AlreadyUsed())).isEqualTo(99);
    }

    @Test
    void thePackagesLastSessionIsHadOnce() throws Exception {
        var pack = new PackageId(diary.clinic.course(diary.client, 3, 1, 1, null));

        var all = AtOnce.call(20, caller -> {
            var appointment = new AppointmentId(
                    diary.clinic.appointment(diary.client, TEN.plusSeconds(7200L * (caller + 1)), "booked"));
            return tenant.in(
                    diary.clinic.id,
                    () -> sessions.reserve(diary.clinic.id, diary.client, pack, diary.peel, appointment));
        });

        assertThat(Collections.frequency(all, true)).isEqualTo(1);
        assertThat(Collections.frequency(all, false)).isEqualTo(19);
    }

    @Test
    void aGuestWhoComesTwiceAtOnceIsOneClient() throws Exception {
        var email = new EmailAddress("new@example.com");
        var phone = new PhoneNumber("+447700900999");

        var all = AtOnce.call(
                10,
                caller -> tenant.in(
                        diary.clinic.id,
                        () -> guests.match(diary.clinic.id, email, phone).orElseGet(() -> {
                            var fresh = new ClientId(UUID.randomUUID());
                            guests.add(diary.clinic.id, fresh, "Gil Guest", email, phone);
                            return fresh;
                        })));

        assertThat(all).hasOnlyElementsOfType(ClientId.class);
        assertThat(Set.copyOf(all)).hasSize(1);
    }

    private Object book(PractitionerId practitioner, @Nullable RoomId room) {
        return tenant.in(diary.clinic.id, () -> {
            var query = new Query(diary.peel, practitioner, SampleDiary.DAY, SampleDiary.DAY, null, null);
            var schedule = schedules.readAlone(diary.clinic.id, query).orElseThrow();
            if (!free(schedule)) {
                throw new SlotTaken();
            }
            return add(practitioner, room);
        });
    }

    private Appointment add(PractitionerId practitioner, @Nullable RoomId room) {
        var appointment = diary.appointment(place(practitioner, room, TEN));
        appointments.add(diary.clinic.id, appointment);
        return appointment;
    }

    private Object hold() {
        return tenant.in(diary.clinic.id, () -> {
            var schedule = schedules
                    .readAlone(diary.clinic.id, diary.seeing(null, null))
                    .orElseThrow();
            if (!free(schedule)) {
                throw new SlotTaken();
            }
            return holds.add(diary.clinic.id, new HoldId(UUID.randomUUID()), place(diary.ada, null, TEN), LIFE);
        });
    }

    private static boolean free(Schedule schedule) {
        Instant from = TEN.minusSeconds(600);
        Instant to = TEN.plusSeconds(3000);
        return schedule.practitioners().stream()
                        .anyMatch(each -> each.busy().isFree(from.getEpochSecond(), to.getEpochSecond()))
                && (schedule.rooms().isEmpty()
                        || schedule.rooms().stream()
                                .anyMatch(each -> each.busy().isFree(from.getEpochSecond(), to.getEpochSecond())));
    }

    private long waiting() {
        return sql.first(
                        row -> row.number("n"),
                        "select count(*) as n from pg_locks where locktype = 'advisory' and not granted")
                .orElseThrow();
    }

    private long occupied() {
        return count("select count(*) as n from occupied_time where clinic_id = ?");
    }

    private long count(String query) {
        return tenant.in(diary.clinic.id, () -> sql.first(row -> row.number("n"), query, diary.clinic.id.value()))
                .orElseThrow();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
