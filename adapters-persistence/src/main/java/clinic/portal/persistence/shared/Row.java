package clinic.portal.persistence.shared;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The present row of an answer, read by column name in the terms of the core. */
public final class Row {
    private final ResultSet columns;

    Row(ResultSet columns) {
        this.columns = columns;
    }

    public UUID uuid(String column) throws SQLException {
        return columns.getObject(column, UUID.class);
    }

    public @Nullable UUID uuidOrNull(String column) throws SQLException {
        return columns.getObject(column, UUID.class);
    }

    public boolean has(String column) throws SQLException {
        return columns.getObject(column) != null;
    }

    public String text(String column) throws SQLException {
        return columns.getString(column);
    }

    public @Nullable String textOrNull(String column) throws SQLException {
        return columns.getString(column);
    }

    public int integer(String column) throws SQLException {
        return columns.getInt(column);
    }

    public @Nullable Integer integerOrNull(String column) throws SQLException {
        return columns.getObject(column, Integer.class);
    }

    public long number(String column) throws SQLException {
        return columns.getLong(column);
    }

    public boolean flag(String column) throws SQLException {
        return columns.getBoolean(column);
    }

    public byte[] bytes(String column) throws SQLException {
        return columns.getBytes(column);
    }

    public byte @Nullable [] bytesOrNull(String column) throws SQLException {
        return columns.getBytes(column);
    }

    public Instant instant(String column) throws SQLException {
        return columns.getObject(column, OffsetDateTime.class).toInstant();
    }

    public @Nullable Instant instantOrNull(String column) throws SQLException {
        var at = columns.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    public LocalDate date(String column) throws SQLException {
        return columns.getObject(column, LocalDate.class);
    }

    public @Nullable LocalDate dateOrNull(String column) throws SQLException {
        return columns.getObject(column, LocalDate.class);
    }

    /** Of a column that holds milliseconds. */
    public @Nullable Duration millisOrNull(String column) throws SQLException {
        long millis = columns.getLong(column);
        return columns.wasNull() ? null : Duration.ofMillis(millis);
    }

    /** Of a column that holds the name in lower case. */
    public <E extends Enum<E>> E oneOf(Class<E> words, String column) throws SQLException {
        return Enum.valueOf(words, columns.getString(column).toUpperCase(Locale.ROOT));
    }

    public List<UUID> uuids(String column) throws SQLException {
        return List.of((UUID[]) columns.getArray(column).getArray());
    }

    public double[] fractions(String column) throws SQLException {
        return Arrays.stream((Double[]) columns.getArray(column).getArray())
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    public List<String> texts(String column) throws SQLException {
        return List.of((String[]) columns.getArray(column).getArray());
    }

    /** How a row becomes something of the core. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(Row row) throws SQLException;
    }
}
