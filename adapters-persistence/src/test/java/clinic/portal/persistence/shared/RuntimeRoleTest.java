package clinic.portal.persistence.shared;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.portal.persistence.testing.EmbeddedDatabase;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(EmbeddedDatabase.class)
class RuntimeRoleTest {
    @Inject
    RuntimeRole role;

    @Test
    void theRuntimeRoleIsBound() {
        assertThatCode(role::requireBound).doesNotThrowAnyException();
    }

    @Test
    void theOwnerIsRefused() throws SQLException {
        assertRefused(EmbeddedDatabase.asOwner(), "\"portal_owner\", which owns tables");
    }

    @Test
    void theSuperuserIsRefusedEvenInSomebodyElsesClothes() throws SQLException {
        assertRefused(EmbeddedDatabase.asSuperuser(), "\"postgres\", which is a superuser");
        assertRefused(having(EmbeddedDatabase.asSuperuser(), "set role portal_app"), "which is a superuser");
    }

    @Test
    void aRoleThatBypassesTheWallsIsRefused() throws SQLException {
        assertRefused(asNewRole("bypassrls"), "which has BYPASSRLS");
    }

    @Test
    void aRoleThatMayBecomeTheOwnerIsRefused() throws SQLException {
        assertRefused(asNewRole("in role portal_owner"), "which owns tables");
    }

    /** Gone with its connection: what made it is never committed. */
    private static Connection asNewRole(String powers) throws SQLException {
        var connection = EmbeddedDatabase.asSuperuser();
        connection.setAutoCommit(false);
        return having(connection, "create role passer_by " + powers, "set session authorization passer_by");
    }

    private static Connection having(Connection connection, String... statements) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        }
        return connection;
    }

    private static void assertRefused(Connection connection, String why) {
        var database = (AgroalDataSource) Proxy.newProxyInstance(
                AgroalDataSource.class.getClassLoader(),
                new Class<?>[] {AgroalDataSource.class},
                (proxy, method, args) -> connection);

        assertThatThrownBy(new RuntimeRole(database)::requireBound)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("row-level security")
                .hasMessageContaining(why);
    }
}
