package clinic.portal.app.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The rows of one clinic that go into one table, in one statement however many they are. */
final class DemoRows {
    private final String table;
    private final List<String> names = new ArrayList<>();
    private final List<String> types = new ArrayList<>();
    private final List<@Nullable Object[]> rows = new ArrayList<>();

    /** @param columns each as {@code name type}; the clinic's comes by itself */
    DemoRows(String table, String... columns) {
        this.table = table;
        for (String column : columns) {
            String[] parts = column.split(" ", 2);
            names.add(parts[0]);
            types.add(parts[1]);
        }
    }

    /** @param values in the order of the columns; written as PostgreSQL reads them, which ids and java.time are */
    void add(@Nullable Object... values) {
        if (values.length != names.size()) {
            throw new IllegalArgumentException("%s has other columns".formatted(table));
        }
        rows.add(values);
    }

    void insert(Connection connection, UUID clinic) throws SQLException {
        String arrays = types.stream().map("?::text[]::%s[]"::formatted).collect(Collectors.joining(", "));
        String insert = "insert into %s (clinic_id, %s) select ?::uuid, given.* from unnest(%s) given"
                .formatted(table, String.join(", ", names), arrays);
        try (var statement = connection.prepareStatement(insert)) {
            statement.setObject(1, clinic);
            for (int column = 0; column < names.size(); column++) {
                statement.setArray(column + 2, connection.createArrayOf("text", texts(column)));
            }
            statement.executeUpdate();
        }
    }

    private @Nullable Object[] texts(int column) {
        return IntStream.range(0, rows.size())
                .mapToObj(row -> rows.get(row)[column])
                .map(value -> value == null ? null : value.toString())
                .toArray();
    }
}
