package clinic.portal.persistence.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.core.calendar.CalendarEvent;
import clinic.portal.core.calendar.CalendarEvent.Change;
import clinic.portal.core.calendar.CalendarEvents;
import clinic.portal.core.calendar.CalendarTicks;
import clinic.portal.core.calendar.Position;
import clinic.portal.core.contracts.CalendarEventsContract;
import clinic.portal.core.shared.AppointmentId;
import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.persistence.testing.AtOnce;
import clinic.portal.persistence.testing.EmbeddedDatabase;
import clinic.portal.persistence.testing.SampleClinic;
import clinic.portal.persistence.testing.Tenant;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(EmbeddedDatabase.class)
class PostgresCalendarEventsTest extends CalendarEventsContract {
    private static final int WRITERS = 12;
    private static final int EACH = 40;

    private final SampleClinic clinic = new SampleClinic();
    private final SampleClinic elsewhere = new SampleClinic();
    private final ClientId client = clinic.client();
    private final ClientId clientElsewhere = elsewhere.client();
    private final Map<Long, Connection> running = new HashMap<>();
    private final AtomicInteger hours = new AtomicInteger();

    @Inject
    Tenant tenant;

    @Inject
    CalendarEvents events;

    @Inject
    CalendarTicks ticks;

    @AfterEach
    void endAll() throws SQLException {
        for (var each : running.values()) {
            each.close();
        }
    }

    /**
     * Writers whose transactions overlap in every way, and a reader who looks all the while: it is told exactly what was
     * committed, each once, in one order. With {@code seq > last} alone it misses whatever commits late (SECURITY B40).
     */
    @Test
    void whoLooksAllTheWhileIsToldEverythingOnceInWhateverOrderItCommits() throws Exception {
        var from = Position.before(ticks.horizon());
        var over = new AtomicBoolean();
        var told = new ArrayList<CalendarEvent>();
        var reader = CompletableFuture.runAsync(() -> {
            var position = from;
            boolean last = false;
            while (!last) {
                last = over.get();
                var start = position;
                var reading = events().after(clinic.id, start, 7);
                told.addAll(reading.events());
                position = reading.events().size() == 7
                        ? reading.events().getLast().position()
                        : reading.horizon();
                last &= reading.events().isEmpty();
            }
        });

        var written = new ArrayList<UUID>();
        var appointments =
                IntStream.range(0, WRITERS).mapToObj(i -> booked(clinic.id)).toList();
        appointments.forEach(each -> written.add(each.value()));
        AtOnce.call(WRITERS, writer -> change(appointments.get(writer)));
        settle();
        over.set(true);
        reader.join();

        for (var each : appointments) {
            written.addAll(java.util.Collections.nCopies(EACH, each.value()));
        }
        assertThat(told.stream().map(event -> event.appointment().value()))
                .containsExactlyInAnyOrderElementsOf(written);
        assertThat(told).isSortedAccordingTo((a, b) -> a.position().compareTo(b.position()));
        assertThat(told.stream().map(CalendarEvent::position)).doesNotHaveDuplicates();
    }

    /** Each change in a transaction of its own that goes on for a moment after it wrote, some longer than others. */
    private Object change(AppointmentId appointment) {
        try (Connection connection = EmbeddedDatabase.asSuperuser()) {
            connection.setAutoCommit(false);
            for (int i = 1; i <= EACH; i++) {
                try (var statement = connection.prepareStatement(
                        "update appointments set version = ?, notes = ? from pg_sleep(0) where appointment_id = ?")) {
                    statement.setInt(1, i);
                    statement.setString(2, "Change " + i);
                    statement.setObject(3, appointment.value());
                    statement.executeUpdate();
                }
                try (var statement = connection.createStatement()) {
                    statement.execute("select pg_sleep(random() * random() * 0.02)");
                }
                connection.commit();
            }
            return true;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Test
    void everyKindOfChangeIsCalledByItsName() {
        var from = Position.before(ticks.horizon());
        var id = booked(clinic.id).value();
        set(id, "starts_at = starts_at + interval '1 hour', ends_at = ends_at + interval '1 hour'");
        set(id, "status = 'arrived'");
        set(id, "status = 'completed'");
        set(id, "status = 'booked'");
        set(id, "status = 'no_show'");
        set(id, "notes = 'Hello'");
        set(id, "notes = 'Hello'");
        set(id, "status = 'cancelled', cancelled_by = 'staff'");
        settle();

        assertThat(events().after(clinic.id, from, 20).events())
                .extracting(CalendarEvent::change)
                .containsExactly(
                        Change.BOOKED,
                        Change.MOVED,
                        Change.ARRIVED,
                        Change.COMPLETED,
                        Change.REOPENED,
                        Change.NO_SHOW,
                        Change.CHANGED,
                        Change.CANCELLED);
    }

    @Test
    void oldTicksAreForgottenAndTheEventsStay() {
        var from = Position.before(ticks.horizon());
        booked(clinic.id);
        booked(elsewhere.id);
        settle();
        SampleClinic.run(
                "update calendar_ticks set at = at - interval '25 hours' where clinic_id = ?", clinic.id.value());

        assertThat(ticks.forget(Duration.ofDays(1))).isPositive();

        assertThat(ticks.since(from.transaction()).clinics())
                .contains(elsewhere.id)
                .doesNotContain(clinic.id);
        assertThat(events().after(clinic.id, from, 10).events()).hasSize(1);
    }

    /** Row-level security must not keep the index from being used: the calendar of years is not read to tell the news. */
    @Test
    void theNewsAreFoundByTheIndex() {
        for (int i = 0; i < 300; i++) {
            booked(clinic.id);
        }
        SampleClinic.run("analyze calendar_events");

        var plan = tenant.in(clinic.id, () -> plan("""
                explain select xid, seq from calendar_events
                where clinic_id = '%s' and (xid, seq) > ('%d'::xid8, 0)
                  and xid < pg_snapshot_xmin(pg_current_snapshot()) order by xid, seq limit 200""".formatted(clinic.id.value(), ticks.horizon() - 5)));

        assertThat(plan)
                .anySatisfy(line -> assertThat(line).contains("ROW(xid, seq) >").contains("Index Cond"));
    }

    @Inject
    clinic.portal.persistence.shared.Sql sql;

    private List<String> plan(String explain) {
        return sql.list(row -> row.text("QUERY PLAN"), explain);
    }

    private void set(UUID appointment, String what) {
        SampleClinic.run("update appointments set " + what + " where appointment_id = ?", appointment);
    }

    @Override
    protected CalendarEvents events() {
        return tenant.each(CalendarEvents.class, events);
    }

    @Override
    protected CalendarTicks ticks() {
        return ticks;
    }

    @Override
    protected ClinicId clinic() {
        return clinic.id;
    }

    @Override
    protected ClinicId otherClinic() {
        return elsewhere.id;
    }

    @Override
    protected AppointmentId booked(ClinicId where) {
        var startsAt = SampleClinic.NOON.plus(Duration.ofHours(hours.incrementAndGet()));
        return new AppointmentId(
                where.equals(clinic.id)
                        ? clinic.appointment(client, startsAt, "booked")
                        : elsewhere.appointment(clientElsewhere, startsAt, "booked"));
    }

    @Override
    protected long begin() {
        try {
            var connection = EmbeddedDatabase.asSuperuser();
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery("select pg_current_xact_id()::text::bigint")) {
                row.next();
                long transaction = row.getLong(1);
                running.put(transaction, connection);
                return transaction;
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    protected void cancelIn(long transaction, ClinicId where, AppointmentId appointment) {
        var connection = running.get(transaction);
        try (var statement = connection.prepareStatement(
                "update appointments set status = 'cancelled', cancelled_by = 'client' where appointment_id = ?")) {
            statement.setObject(1, appointment.value());
            statement.executeUpdate();
            connection.commit();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Whatever else runs, the server's own work too, holds everybody's news up until it is over. */
    @Override
    protected void settle() {
        long last = sql.first(
                        row -> row.number("last"),
                        "select (pg_snapshot_xmax(pg_current_snapshot())::text::bigint) as last")
                .orElseThrow();
        while (ticks.horizon() < last) {
            Thread.onSpinWait();
        }
    }
}
