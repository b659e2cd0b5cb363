package clinic.portal.app.ops;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;
import java.sql.SQLException;

/** How far the jobs are behind: the figure to wake somebody for (SECURITY B37). */
@Singleton
final class JobMetrics implements MeterBinder {
    private static final String OLDEST =
            "select coalesce(extract(epoch from clock_timestamp() - min(execution_time)), 0) from scheduled_tasks "
                    + "where execution_time < clock_timestamp()";

    private final AgroalDataSource database;

    JobMetrics(AgroalDataSource database) {
        this.database = database;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("portal.jobs.oldest", this, JobMetrics::oldest)
                .baseUnit("seconds")
                .description("For how long the oldest due job has been waiting")
                .register(meters);
    }

    private double oldest() {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(OLDEST)) {
            rows.next();
            return rows.getDouble(1);
        } catch (SQLException unreachable) {
            return Double.NaN;
        }
    }
}
