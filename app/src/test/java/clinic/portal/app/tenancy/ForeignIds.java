package clinic.portal.app.tenancy;

import clinic.portal.app.world.RealSurroundings;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Ids out of every tenant table there is, now or later, by what the catalogue says of its columns. */
final class ForeignIds {
    private ForeignIds() {}

    /** Everything that belongs to a clinic. */
    static Set<UUID> ofClinic(UUID clinic) throws SQLException {
        return ofClinic(clinic, Integer.MAX_VALUE);
    }

    /** @param each how many of each column at most */
    static Set<UUID> ofClinic(UUID clinic, int each) throws SQLException {
        var ids = new HashSet<UUID>();
        try (Connection superuser = RealSurroundings.superuser()) {
            for (Column column : idColumns(superuser)) {
                ids.addAll(read(
                        superuser,
                        "select distinct %s from %s where clinic_id = ? and %s is not null"
                                .formatted(column.name(), column.table(), column.name()),
                        clinic,
                        null,
                        each));
            }
        }
        return ids;
    }

    /** Everything that belongs to other clients of the same clinic, by every table that says whose its rows are. */
    static Set<UUID> ofOtherClients(UUID clinic, UUID client) throws SQLException {
        return ofOtherClients(clinic, client, Integer.MAX_VALUE);
    }

    /** @param each how many of each column at most */
    static Set<UUID> ofOtherClients(UUID clinic, UUID client, int each) throws SQLException {
        var ids = new HashSet<UUID>();
        try (Connection superuser = RealSurroundings.superuser()) {
            for (String table : tablesWith(superuser, "client_id")) {
                for (String key : primaryKeyOf(superuser, table)) {
                    ids.addAll(read(
                            superuser,
                            "select %s from %s where clinic_id = ? and client_id <> ?".formatted(key, table),
                            clinic,
                            client,
                            each));
                }
            }
        }
        return ids;
    }

    private record Column(String table, String name) {}

    private static List<Column> idColumns(Connection superuser) throws SQLException {
        var columns = new ArrayList<Column>();
        for (String table : tablesWith(superuser, "clinic_id")) {
            for (String key : uuidColumns(superuser, table)) {
                columns.add(new Column(table, key));
            }
        }
        return columns;
    }

    private static List<String> tablesWith(Connection superuser, String column) throws SQLException {
        return strings(
                superuser,
                "select c.table_name from information_schema.columns c join information_schema.tables t using (table_schema, table_name) "
                        + "where c.table_schema = 'public' and c.column_name = ? and t.table_type = 'BASE TABLE'",
                column);
    }

    private static List<String> uuidColumns(Connection superuser, String table) throws SQLException {
        return strings(
                superuser,
                "select column_name from information_schema.columns where table_schema = 'public' and data_type = 'uuid' and table_name = ?",
                table);
    }

    private static List<String> primaryKeyOf(Connection superuser, String table) throws SQLException {
        return strings(
                superuser,
                "select a.attname from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey) "
                        + "join pg_type y on y.oid = a.atttypid where i.indisprimary and y.typname = 'uuid' and a.attname <> 'clinic_id' "
                        + "and i.indrelid = ?::regclass",
                table);
    }

    private static List<String> strings(Connection superuser, String sql, String parameter) throws SQLException {
        try (var statement = superuser.prepareStatement(sql)) {
            statement.setString(1, parameter);
            var found = new ArrayList<String>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        }
    }

    private static Set<UUID> read(Connection superuser, String sql, UUID clinic, UUID client, int most)
            throws SQLException {
        try (var statement = superuser.prepareStatement(sql)) {
            statement.setMaxRows(most);
            statement.setObject(1, clinic);
            if (client != null) {
                statement.setObject(2, client);
            }
            var ids = new HashSet<UUID>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getObject(1, UUID.class));
                }
            }
            return ids;
        }
    }
}
