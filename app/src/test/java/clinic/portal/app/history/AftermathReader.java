package clinic.portal.app.history;

import clinic.portal.app.history.Aftermath.Appointment;
import clinic.portal.app.history.Aftermath.Hold;
import clinic.portal.app.history.Aftermath.Notice;
import clinic.portal.app.history.Aftermath.Span;
import clinic.portal.app.history.Aftermath.Taken;
import clinic.portal.app.history.Aftermath.TimeOff;
import clinic.portal.app.history.Aftermath.Treatment;
import clinic.portal.app.process.BookingClinic;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads the tables as they are, past everything the portal would do with them. */
final class AftermathReader {
    /** What was said by mail, and what a job is still there to say. */
    private static final String WORD = """
            select appointment_id, version from messages where channel = 'email'
            union
            select a.appointment_id, split_part(substr(t.task_instance, 38), '-', 1)::integer
            from scheduled_tasks t join appointments a on a.appointment_id::text = left(t.task_instance, 36)
            where t.task_name = 'tell-client' and t.task_instance ilike '%-email'""";

    private AftermathReader() {}

    static Aftermath read(BookingClinic clinic) {
        return clinic.inside(connection -> new Aftermath(
                treatments(connection),
                all(connection, "select * from appointments", AftermathReader::appointment),
                all(
                        connection,
                        "select * from holds",
                        row -> new Hold(id(row, "hold_id"), id(row, "practitioner_id"), id(row, "room_id"))),
                all(
                        connection,
                        "select * from time_off",
                        row -> new TimeOff(
                                id(row, "time_off_id"),
                                id(row, "practitioner_id"),
                                span(row),
                                row.getString("reason"))),
                all(
                        connection,
                        "select *, coalesce(appointment_id, hold_id, time_off_id) as owner from occupied_time",
                        row -> new Taken(id(row, "resource_id"), span(row), id(row, "owner"))),
                all(connection, WORD, row -> new Notice(id(row, "appointment_id"), row.getInt("version")))));
    }

    private static Map<UUID, Treatment> treatments(Connection connection) throws SQLException {
        record Named(UUID id, Treatment treatment) {}
        return all(
                        connection,
                        "select * from treatments",
                        row -> new Named(
                                id(row, "treatment_id"),
                                new Treatment(
                                        minutes(row, "minutes"),
                                        minutes(row, "buffer_before_minutes"),
                                        minutes(row, "buffer_after_minutes"),
                                        row.getString("room_kind") != null)))
                .stream()
                .collect(Collectors.toMap(Named::id, Named::treatment));
    }

    private static Appointment appointment(ResultSet row) throws SQLException {
        return new Appointment(
                id(row, "appointment_id"),
                id(row, "client_id"),
                id(row, "treatment_id"),
                id(row, "practitioner_id"),
                id(row, "room_id"),
                instant(row, "starts_at"),
                instant(row, "ends_at"),
                minutes(row, "buffer_before_minutes"),
                minutes(row, "buffer_after_minutes"),
                row.getString("status").equals("cancelled"),
                row.getInt("version"),
                row.getString("notes"));
    }

    private static <T> List<T> all(Connection connection, String sql, BookingClinic.Work<ResultSet, T> reading)
            throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var all = new ArrayList<T>();
            while (rows.next()) {
                all.add(reading.on(rows));
            }
            return all;
        }
    }

    private static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static Span span(ResultSet row) throws SQLException {
        return new Span(instant(row, "starts_at"), instant(row, "ends_at"));
    }

    private static Duration minutes(ResultSet row, String column) throws SQLException {
        return Duration.ofMinutes(row.getInt(column));
    }
}
