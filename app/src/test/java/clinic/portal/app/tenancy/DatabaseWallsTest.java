package clinic.portal.app.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.portal.app.world.PortalTest;
import clinic.portal.app.world.RealSurroundings;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The wall that stands even where our own code is wrong (SECURITY T23 to T25). */
@QuarkusTest
class DatabaseWallsTest extends PortalTest {

    @Test
    void withoutAClinicSetNothingIsSeen() throws SQLException {
        try (Connection application = RealSurroundings.runtime()) {
            for (String table : tenantTables(application)) {
                assertThat(count(application, table)).as(table).isZero();
            }
            assertThat(tenantTables(application)).hasSizeGreaterThan(10);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alter table clients disable row level security",
                "alter table clients no force row level security",
                "drop policy own_clinic_only on clients",
                "alter role portal_app bypassrls",
                "set role portal_owner",
                "create table mine ()",
                "grant portal_owner to portal_app",
                "truncate clients",
                "delete from ledger_entries",
                "update ledger_entries set amount_minor = 1"
            })
    void theApplicationsRoleCannotTakeTheWallDown(String attempt) throws SQLException {
        try (Connection application = RealSurroundings.runtime();
                var statement = application.createStatement()) {
            assertThatThrownBy(() -> statement.execute(attempt)).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void switchingTheSettingOffMakesQueriesFailInsteadOfShowing() throws SQLException {
        try (Connection application = RealSurroundings.runtime();
                var statement = application.createStatement()) {
            statement.execute("set row_security = off");

            assertThatThrownBy(() -> statement.executeQuery("select * from clients"))
                    .hasMessageContaining("row-level security");
        }
    }

    private static List<String> tenantTables(Connection connection) throws SQLException {
        try (var rows = connection
                .createStatement()
                .executeQuery(
                        "select relname from pg_class where relkind = 'r' and relrowsecurity and relforcerowsecurity")) {
            var tables = new ArrayList<String>();
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
            return tables;
        }
    }

    private static int count(Connection connection, String table) throws SQLException {
        try (var rows = connection.createStatement().executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
