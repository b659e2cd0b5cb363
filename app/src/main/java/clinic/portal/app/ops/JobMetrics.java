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

    private static final String FAILING = "select count(*) from scheduled_tasks where consecutive_failures > 0";

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
        Gauge.builder("portal.jobs.failing", this, JobMetrics::failing)
                .description("How many jobs have failed and wait to be tried again: a far end is down")
                .register(meters);
    }

    private double oldest() {
        return ask(OLDEST);
    }

    private double failing() {
        return ask(FAILING);
    }

    private double ask(String question) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(question);
                var rows = statement.executeQuery()) {
            rows.next();
            return rows.getDouble(1);
        } catch (SQLException unreachable) {
            return Double.NaN;
        }
    }
}
