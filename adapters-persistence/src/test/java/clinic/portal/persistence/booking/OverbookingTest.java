package clinic.portal.persistence.booking;

import static clinic.portal.persistence.testing.SampleDiary.DAY;
import static clinic.portal.persistence.testing.SampleDiary.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.core.booking.AppointmentBook;
import clinic.portal.core.booking.AppointmentLocked;
import clinic.portal.core.booking.Appointments;
import clinic.portal.core.booking.Attendance;
import clinic.portal.core.booking.DiaryBooking;
import clinic.portal.core.booking.DiaryBooking.Manner;
import clinic.portal.core.booking.DiaryChanges;
import clinic.portal.core.booking.DiaryEntries;
import clinic.portal.core.booking.DiaryEntry;
import clinic.portal.core.booking.Holding;
import clinic.portal.core.booking.Holds;
import clinic.portal.core.booking.Move;
import clinic.portal.core.booking.Placing;
import clinic.portal.core.booking.SlotNotOffered;
import clinic.portal.core.booking.SlotTaken;
import clinic.portal.core.booking.Wish;
import clinic.portal.core.calendar.HoldId;
import clinic.portal.core.calendar.Schedules;
import clinic.portal.core.calendar.TimeOff;
import clinic.portal.core.calendar.TimesOff;
import clinic.portal.core.calendar.Visits;
import clinic.portal.core.catalogue.PractitionerId;
import clinic.portal.core.client.Clients;
import clinic.portal.core.packages.PackageSessions;
import clinic.portal.core.shared.AppointmentId;
import clinic.portal.core.shared.Ids;
import clinic.portal.core.shared.Role;
import clinic.portal.core.shared.SessionId;
import clinic.portal.core.shared.StaffId;
import clinic.portal.core.shared.Viewer;
import clinic.portal.persistence.shared.Sql;
import clinic.portal.persistence.testing.AtOnce;
import clinic.portal.persistence.testing.EmbeddedDatabase;
import clinic.portal.persistence.testing.SampleDiary;
import clinic.portal.persistence.testing.Tenant;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds whatever the staff book, overbook, cancel and move, one after the other and at once (PAINS 3). */
@QuarkusTest
@WithTestResource(EmbeddedDatabase.class)
class OverbookingTest {
    /** Whatever is somebody's and not taken, and whatever is taken and not somebody's. */
    private static final String WRONG = """
            with mine as (
                select x.resource_id, 'appointment' as kind, a.appointment_id as owner,
                       tstzrange(a.starts_at - make_interval(mins => a.buffer_before_minutes),
                                 a.ends_at + make_interval(mins => a.buffer_after_minutes)) as stretch
                from appointments a cross join lateral unnest(array[a.practitioner_id, a.room_id]) x (resource_id)
                where a.clinic_id = ? and a.status <> 'cancelled' and x.resource_id is not null
                union all
                select f.practitioner_id, 'time off', f.time_off_id, tstzrange(f.starts_at, f.ends_at)
                from time_off f where f.clinic_id = ?),
            taken as (
                select resource_id, coalesce(appointment_id, time_off_id) as owner, hold_id,
                       tstzrange(starts_at, ends_at) as stretch
                from occupied_time where clinic_id = ?)
            select 'free: ' || m.kind || ' ' || m.stretch as wrong
            from mine m
            where not tstzmultirange(m.stretch) <@ coalesce(
                (select range_agg(t.stretch) from taken t
                 where t.resource_id = m.resource_id and t.hold_id is null), '{}')
            union all
            select 'taken: ' || t.stretch from taken t
            where t.hold_id is null and not exists (
                select from mine m
                where m.resource_id = t.resource_id and m.owner = t.owner and t.stretch <@ m.stretch)
            union all
            select 'held: ' || t.stretch from taken t join mine m on m.resource_id = t.resource_id
            where t.hold_id is not null and m.stretch && t.stretch""";

    private final SampleDiary diary = new SampleDiary();
    private final Viewer.Member viewer = new Viewer.Member(
            diary.clinic.id, new StaffId(UUID.randomUUID()), new SessionId(UUID.randomUUID()), Role.OWNER, false);
    private final Clock clock = Clock.fixed(TEN.minusSeconds(86_400), ZoneOffset.UTC);

    @Inject
    Tenant tenant;

    @Inject
    Schedules schedules;

    @Inject
    Visits visits;

    @Inject
    Appointments appointments;

    @Inject
    DiaryEntries entries;

    @Inject
    Holds holds;

    @Inject
    TimesOff timesOff;

    @Inject
    PackageSessions sessions;

    @Inject
    Clients clients;

    @Inject
    Ids ids;

    @Inject
    Sql sql;

    private DiaryBooking booking;
    private DiaryChanges changes;
    private Attendance attendance;
    private PractitionerId ben;

    @BeforeEach
    void open() {
        var placing = new Placing(schedules, visits, holds, clock);
        var book = new AppointmentBook(appointments, holds, sessions, (clinic, appointment, change, version) -> {});
        booking = new DiaryBooking(placing, book, entries, clients, ids, clock);
        changes = new DiaryChanges(appointments, entries, book, placing, schedules, clock);
        attendance = new Attendance(appointments, entries, book, clock);
        diary.room("laser");
        ben = diary.practitioner("Ben");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void afterWhateverTheStaffDoNothingIsTakenThatIsNobodysAndNothingOfferedThatIsSomebodys(long seed) {
        var random = new Random(seed);
        var living = new ArrayList<AppointmentId>();
        var away = new ArrayList<TimeOff>();
        for (int step = 0; step < 60; step++) {
            act(random, living, away);
            assertThat(wrong()).as("seed %d, step %d", seed, step).isEmpty();
        }
        assertThat(overbooked()).as("otherwise this shows nothing").isPositive();
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void andSoItIsWhenManyDoSoAtOnce(long seed) throws Exception {
        var living = Collections.synchronizedList(new ArrayList<AppointmentId>());
        var away = Collections.synchronizedList(new ArrayList<TimeOff>());

        var all = AtOnce.call(16, caller -> {
            var random = new Random(seed * 100 + caller);
            for (int step = 0; step < 12; step++) {
                act(random, living, away);
            }
            return true;
        });

        assertThat(all).containsOnly(true);
        assertThat(wrong()).isEmpty();
        assertThat(overbooked()).isPositive();
    }

    @Test
    void ofTwoWhoNoteSomethingAtOnceOneIsToldWhatTheOtherHasNoted() throws Exception {
        var id = new AppointmentId(diary.clinic.appointment(diary.client, TEN.minusSeconds(90_000), "booked"));

        var all = AtOnce.call(
                10,
                caller -> tenant.in(
                        diary.clinic.id,
                        () -> caller % 2 == 0 ? attendance.complete(viewer, id) : attendance.miss(viewer, id)));

        assertThat(all).filteredOn(DiaryEntry.class::isInstance).hasSize(1);
        assertThat(all).filteredOn(AppointmentLocked.class::isInstance).hasSize(9);
        assertThat(tenant.in(diary.clinic.id, () -> entries.find(diary.clinic.id, id))
                        .orElseThrow()
                        .version())
                .isEqualTo(1);
    }

    /** Something that may be refused, within four hours of one day so that most of it collides. */
    private void act(Random random, List<AppointmentId> living, List<TimeOff> away) {
        var with = random.nextBoolean() ? diary.ada : ben;
        var at = TEN.plusSeconds(random.nextInt(16) * 900L);
        String reason = random.nextInt(3) > 0 ? "In pain" : null;
        switch (random.nextInt(9)) {
            case 0, 1, 2, 3 ->
                allowed(() -> {
                            var wish = new Wish(diary.peel, with, at, null, null, null);
                            return booking.book(viewer, diary.client, wish, new Manner(reason, false));
                        })
                        .ifPresent(entry -> living.add(((DiaryEntry) entry).id()));
            case 4, 5 -> one(random, living).ifPresent(id -> allowed(() -> changes.cancel(viewer, id, null)));
            case 6 ->
                one(random, living)
                        .ifPresent(id -> allowed(() -> changes.move(viewer, id, new Move(at, with, null, reason))));
            case 7 -> allowed(() -> hold(with, at));
            default -> timeOff(random, with, at, away);
        }
    }

    private void timeOff(Random random, PractitionerId with, Instant at, List<TimeOff> away) {
        var known = one(random, away);
        if (known.isPresent() && random.nextBoolean()) {
            var gone = known.get();
            away.remove(gone);
            allowed(() -> {
                schedules.stopBooking(diary.clinic.id);
                return timesOff.remove(diary.clinic.id, gone.practitioner(), gone.id());
            });
            return;
        }
        var off = new TimeOff(
                new TimeOff.Id(UUID.randomUUID()), with, at, at.plusSeconds(5400), ZoneId.of("Europe/London"), null);
        allowed(() -> {
            schedules.stopBooking(diary.clinic.id);
            timesOff.add(diary.clinic.id, off);
            return true;
        });
        away.add(off);
    }

    private Object hold(PractitionerId with, Instant at) {
        var query = new Schedules.Query(diary.peel, with, DAY, DAY, null, null);
        var schedule = schedules.readAlone(diary.clinic.id, query).orElseThrow();
        long from = at.minusSeconds(600).getEpochSecond();
        long to = at.plusSeconds(3000).getEpochSecond();
        boolean free = schedule.practitioners().getFirst().busy().isFree(from, to)
                && schedule.rooms().getFirst().busy().isFree(from, to);
        if (!free) {
            throw new SlotTaken();
        }
        var place = SampleDiary.place(with, schedule.rooms().getFirst().room(), at);
        return holds.add(diary.clinic.id, new HoldId(UUID.randomUUID()), place, Holding.LIFE);
    }

    /** Nothing where it was refused for a reason that is one. */
    private Optional<Object> allowed(Supplier<Object> work) {
        try {
            return Optional.of(tenant.in(diary.clinic.id, work));
        } catch (SlotTaken | SlotNotOffered | AppointmentLocked refused) {
            return Optional.empty();
        }
    }

    private static <T> Optional<T> one(Random random, List<T> of) {
        var all = List.copyOf(of);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
    }

    private List<String> wrong() {
        var clinic = diary.clinic.id.value();
        return tenant.in(diary.clinic.id, () -> sql.list(row -> row.text("wrong"), WRONG, clinic, clinic, clinic));
    }

    private long overbooked() {
        return tenant.in(
                diary.clinic.id,
                () -> sql.first(
                                row -> row.number("n"),
                                "select count(*) as n from appointments where clinic_id = ? and overbook_reason is not null",
                                diary.clinic.id.value())
                        .orElseThrow());
    }
}
