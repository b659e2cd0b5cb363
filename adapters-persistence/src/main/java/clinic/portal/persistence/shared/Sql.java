package clinic.portal.persistence.shared;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGInterval;

/**
 * Statements in PostgreSQL's own words, for reads that only show and for writes that must be one statement. They run on
 * the running transaction's connection, the same that Hibernate uses, so they see each other's work once Hibernate has
 * flushed: whoever writes a row object and reads it back here flushes in between.
 *
 * <p>The text of a statement is a constant, always; what varies is a parameter (SECURITY T29).
 */
@Singleton
public class Sql {
    private final AgroalDataSource database;

    public Sql(AgroalDataSource database) {
        this.database = database;
    }

    public <T> List<T> list(Row.Reader<T> reader, String sql, @Nullable Object... parameters) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            try (var answer = statement.executeQuery()) {
                var row = new Row(answer);
                var all = new ArrayList<T>();
                while (answer.next()) {
                    all.add(reader.read(row));
                }
                return all;
            }
        } catch (SQLException e) {
            throw Outages.told(e);
        }
    }

    /** The first row, where there is one. */
    public <T> Optional<T> first(Row.Reader<T> reader, String sql, @Nullable Object... parameters) {
        return list(reader, sql, parameters).stream().findFirst();
    }

    /** @return how many rows were touched */
    public int update(String sql, @Nullable Object... parameters) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw Outages.told(e);
        }
    }

    private static void bind(PreparedStatement statement, @Nullable Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            bind(statement, i + 1, parameters[i]);
        }
    }

    private static void bind(PreparedStatement statement, int at, @Nullable Object parameter) throws SQLException {
        switch (parameter) {
            case null -> statement.setNull(at, Types.NULL);
            case UUID uuid -> statement.setObject(at, uuid);
            case String text -> statement.setString(at, text);
            case Integer number -> statement.setInt(at, number);
            case Long number -> statement.setLong(at, number);
            case Boolean flag -> statement.setBoolean(at, flag);
            case LocalDate date -> statement.setObject(at, date);
            case UUID[] uuids ->
                statement.setArray(at, statement.getConnection().createArrayOf("uuid", uuids));
            case String[] texts ->
                statement.setArray(at, statement.getConnection().createArrayOf("text", texts));
            case byte[] bytes -> statement.setBytes(at, bytes);
            case Instant instant -> statement.setObject(at, instant.atOffset(ZoneOffset.UTC));
            case Duration time ->
                statement.setObject(at, new PGInterval(0, 0, 0, 0, 0, time.toNanos() / 1_000_000_000.0));
            case Enum<?> word -> statement.setString(at, word.name().toLowerCase(Locale.ROOT));
            default ->
                throw new IllegalArgumentException(
                        "No way to hand over a " + parameter.getClass().getSimpleName());
        }
    }
}
