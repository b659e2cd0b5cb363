package clinic.portal.core.fakes;

import clinic.portal.core.calendar.CalendarEvent;
import clinic.portal.core.calendar.CalendarEvent.Change;
import clinic.portal.core.calendar.CalendarEvents;
import clinic.portal.core.calendar.CalendarTicks;
import clinic.portal.core.calendar.Position;
import clinic.portal.core.shared.AppointmentId;
import clinic.portal.core.shared.ClinicId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What happened, in transactions that begin and end when the test says so. */
public final class InMemoryCalendarEvents implements CalendarEvents, CalendarTicks {
    private final List<Row> rows = new ArrayList<>();
    private final TreeSet<Long> running = new TreeSet<>();
    private long lastTransaction = 100;
    private long lastNumber;

    private record Row(ClinicId clinic, CalendarEvent event) {}

    /** @return its number */
    public synchronized long begin() {
        running.add(++lastTransaction);
        return lastTransaction;
    }

    public synchronized void commit(long transaction, ClinicId clinic, AppointmentId appointment, Change change) {
        rows.add(new Row(
                clinic,
                new CalendarEvent(new Position(transaction, ++lastNumber), Instant.EPOCH, appointment, change)));
        running.remove(transaction);
    }

    /** In a transaction of its own that is over at once. */
    public synchronized void happen(ClinicId clinic, AppointmentId appointment, Change change) {
        commit(begin(), clinic, appointment, change);
    }

    /** As after going back to an old copy of the database. */
    public synchronized void loseAll() {
        rows.clear();
        running.clear();
        lastTransaction = 1;
    }

    @Override
    public synchronized Reading after(ClinicId clinic, Position from, int most) {
        var horizon = Position.before(horizon());
        return new Reading(
                rows.stream()
                        .filter(row -> row.clinic.equals(clinic))
                        .map(Row::event)
                        .filter(event -> event.position().isAfter(from) && horizon.isAfter(event.position()))
                        .sorted(Comparator.comparing(CalendarEvent::position))
                        .limit(most)
                        .toList(),
                horizon);
    }

    @Override
    public synchronized Ticks since(long transaction) {
        Set<ClinicId> clinics = rows.stream()
                .filter(row -> row.event.position().transaction() >= transaction
                        && row.event.position().transaction() < horizon())
                .map(Row::clinic)
                .collect(Collectors.toSet());
        return new Ticks(horizon(), clinics);
    }

    @Override
    public synchronized long horizon() {
        return running.isEmpty() ? lastTransaction + 1 : running.first();
    }

    @Override
    public int forget(Duration age) {
        return 0;
    }
}
