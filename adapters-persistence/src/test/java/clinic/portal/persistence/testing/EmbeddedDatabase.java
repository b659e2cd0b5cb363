package clinic.portal.persistence.testing;

import clinic.portal.persistence.shared.DatabaseRoles;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/** A PostgreSQL of this test run's own, with both roles; Flyway migrates it as its owner when Quarkus starts. */
public class EmbeddedDatabase implements QuarkusTestResourceLifecycleManager {
    private static final String OWNER_PASSWORD = "owner's \"pass\" word";
    private static final String RUNTIME_PASSWORD = "runtime's pass\\word";

    private static EmbeddedPostgres server;

    @Override
    public Map<String, String> start() {
        try {
            server = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "300")
                    .setServerConfig("fsync", "off")
                    .start();
            try (var superuser = asSuperuser("postgres");
                    var statement = superuser.createStatement()) {
                statement.execute("create database portal");
            }
            try (var superuser = asSuperuser("portal")) {
                DatabaseRoles.establish(superuser, OWNER_PASSWORD, RUNTIME_PASSWORD);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return Map.of(
                "quarkus.datasource.jdbc.url",
                url("portal"),
                "quarkus.datasource.username",
                DatabaseRoles.RUNTIME,
                "quarkus.datasource.password",
                RUNTIME_PASSWORD,
                "quarkus.flyway.username",
                DatabaseRoles.OWNER,
                "quarkus.flyway.password",
                OWNER_PASSWORD);
    }

    @Override
    public void stop() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sees and changes everything: for looking behind the walls, and for shifting times instead of waiting. */
    public static Connection asSuperuser() {
        return asSuperuser("portal");
    }

    public static Connection asOwner() throws SQLException {
        return DriverManager.getConnection(url("portal"), DatabaseRoles.OWNER, OWNER_PASSWORD);
    }

    public static Connection asRuntime() throws SQLException {
        return DriverManager.getConnection(url("portal"), DatabaseRoles.RUNTIME, RUNTIME_PASSWORD);
    }

    private static Connection asSuperuser(String database) {
        try {
            return DriverManager.getConnection(url(database), "postgres", "");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String url(String database) {
        return "jdbc:postgresql://localhost:%d/%s".formatted(server.getPort(), database);
    }
}
