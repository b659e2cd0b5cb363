package clinic.portal.app.ops;

import clinic.portal.core.calendar.LiveFeed;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.sql.SQLException;

/** How many follow the calendars here, and for how long what is committed has to wait (docs/decisions/013). */
@Singleton
final class CalendarMetrics implements MeterBinder {
    private static final String HELD_UP =
            "select coalesce(extract(epoch from clock_timestamp() - min(at)), 0) from calendar_ticks "
                    + "where xid >= pg_snapshot_xmin(pg_current_snapshot())";

    private final AgroalDataSource database;
    private final Instance<LiveFeed<Buffer>> feed;

    CalendarMetrics(AgroalDataSource database, Instance<LiveFeed<Buffer>> feed) {
        this.database = database;
        this.feed = feed;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("portal.calendar.delay", this, CalendarMetrics::delay)
                .baseUnit("seconds")
                .description("For how long a committed change has been waiting for an older transaction to end")
                .register(meters);
        Gauge.builder(
                        "portal.calendar.readers",
                        this,
                        metrics -> metrics.feed.get().readers())
                .description("How many streams of the live calendar are open on this instance")
                .register(meters);
    }

    private double delay() {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(HELD_UP);
                var rows = statement.executeQuery()) {
            rows.next();
            return rows.getDouble(1);
        } catch (SQLException unreachable) {
            return Double.NaN;
        }
    }
}
