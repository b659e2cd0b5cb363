package clinic.portal.app.login;

import clinic.portal.app.world.RealSurroundings;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Looks for a text in every text and bytea column there is, as a superuser, whom no policy keeps from seeing. */
public final class DatabaseSearch {
    private DatabaseSearch() {}

    public static List<String> columnsHolding(String text) throws SQLException {
        var found = new ArrayList<String>();
        try (var superuser = RealSurroundings.superuser();
                var columns = superuser
                        .prepareStatement(
                                "select table_name, column_name, data_type from information_schema.columns "
                                        + "where table_schema = 'public' and data_type in ('text', 'bytea', 'character varying', 'jsonb', 'json')")
                        .executeQuery()) {
            while (columns.next()) {
                String table = columns.getString(1);
                String column = columns.getString(2);
                String condition = columns.getString(3).equals("bytea")
                        ? "position(? in " + column + ") > 0"
                        : "position(? in " + column + "::text) > 0";
                try (var search =
                        superuser.prepareStatement("select count(*) from %s where %s".formatted(table, condition))) {
                    if (columns.getString(3).equals("bytea")) {
                        search.setBytes(1, text.getBytes(StandardCharsets.UTF_8));
                    } else {
                        search.setString(1, text);
                    }
                    try (var rows = search.executeQuery()) {
                        rows.next();
                        if (rows.getInt(1) > 0) {
                            found.add(table + "." + column);
                        }
                    }
                }
            }
        }
        return found;
    }
}
