package clinic.portal.persistence.calendar;

import clinic.portal.core.calendar.CalendarEvent;
import clinic.portal.core.calendar.CalendarEvent.Change;
import clinic.portal.core.calendar.CalendarEvents;
import clinic.portal.core.calendar.Position;
import clinic.portal.core.shared.AppointmentId;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.persistence.shared.Row;
import clinic.portal.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;

@Singleton
public class PostgresCalendarEvents implements CalendarEvents {
    /**
     * The horizon is that of the statement's own view: what is below it, this statement sees whole. One row where there
     * is no event, for the horizon.
     */
    private static final String AFTER = """
            select h.horizon::text::bigint as horizon, e.xid::text::bigint as transaction, e.seq, e.at,
                   e.appointment_id, e.change
            from (select pg_snapshot_xmin(pg_current_snapshot()) as horizon) h
            left join lateral (
                select xid, seq, at, appointment_id, change
                from calendar_events
                where clinic_id = ? and (xid, seq) > (?::bigint::text::xid8, ?) and xid < h.horizon
                order by xid, seq
                limit ?) e on true
            order by e.xid, e.seq""";

    private final Sql sql;

    public PostgresCalendarEvents(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Reading after(ClinicId clinic, Position from, int most) {
        var found = sql.list(
                row -> new Found(Position.before(row.number("horizon")), event(row)),
                AFTER,
                clinic.value(),
                from.transaction(),
                from.number(),
                most);
        return new Reading(
                found.stream().map(Found::event).flatMap(Optional::stream).toList(),
                Objects.requireNonNull(found.getFirst()).horizon());
    }

    private record Found(Position horizon, Optional<CalendarEvent> event) {}

    private static Optional<CalendarEvent> event(Row row) throws SQLException {
        return row.has("seq")
                ? Optional.of(new CalendarEvent(
                        new Position(row.number("transaction"), row.number("seq")),
                        row.instant("at"),
                        new AppointmentId(row.uuid("appointment_id")),
                        row.oneOf(Change.class, "change")))
                : Optional.empty();
    }
}
