package clinic.portal.app.ops;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.flywaydb.core.Flyway;

/** Ready only on a database that has at least the migrations this program was built with. */
@Readiness
@Singleton
final class MigrationsReady implements HealthCheck {
    private final AgroalDataSource database;
    private final int known;

    MigrationsReady(AgroalDataSource database, Flyway flyway) {
        this.database = database;
        this.known = flyway.info().all().length;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("migrations");
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from flyway_schema_history where success")) {
            rows.next();
            int done = rows.getInt(1);
            return response.status(done >= known).withData("done", done).build();
        } catch (SQLException unreachable) {
            return response.down().build();
        }
    }
}
