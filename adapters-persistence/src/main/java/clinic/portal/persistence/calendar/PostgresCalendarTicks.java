package clinic.portal.persistence.calendar;

import clinic.portal.core.calendar.CalendarTicks;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;

/** Asked outside of transactions: the table stands outside the walls. */
@Singleton
public class PostgresCalendarTicks implements CalendarTicks {
    private static final String SINCE = """
            select h.horizon::text::bigint as horizon, t.clinic_id
            from (select pg_snapshot_xmin(pg_current_snapshot()) as horizon) h
            left join calendar_ticks t on t.xid >= ?::bigint::text::xid8 and t.xid < h.horizon""";

    private final Sql sql;

    public PostgresCalendarTicks(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Ticks since(long transaction) {
        var clinics = new HashSet<ClinicId>();
        long horizon = transaction;
        var rows = sql.list(
                row -> new Tick(
                        row.number("horizon"),
                        Optional.ofNullable(row.uuidOrNull("clinic_id")).map(ClinicId::new)),
                SINCE,
                transaction);
        for (var row : rows) {
            horizon = row.horizon();
            row.clinic().ifPresent(clinics::add);
        }
        return new Ticks(horizon, clinics);
    }

    private record Tick(long horizon, Optional<ClinicId> clinic) {}

    @Override
    public long horizon() {
        return sql.first(
                        row -> row.number("horizon"),
                        "select pg_snapshot_xmin(pg_current_snapshot())::text::bigint as horizon")
                .orElseThrow();
    }

    @Override
    public int forget(Duration age) {
        return sql.update("delete from calendar_ticks where at < clock_timestamp() - ?::interval", age);
    }
}
