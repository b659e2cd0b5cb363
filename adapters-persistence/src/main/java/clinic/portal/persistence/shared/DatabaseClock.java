package clinic.portal.persistence.shared;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The database's clock, so that all instances agree whatever their own clocks say (SECURITY B42). Asked at most every
 * thirty seconds; in between it runs on by this process's monotonic counter, never by its wall clock.
 */
@Singleton
public class DatabaseClock extends Clock {
    private static final Logger LOG = Logger.getLogger(DatabaseClock.class);
    private static final Duration GOOD_FOR = Duration.ofSeconds(30);

    private final AgroalDataSource database;
    private final LongSupplier ticker;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile @Nullable Reading last;

    /** What the database's clock showed when our counter stood at {@code nanos}. */
    private record Reading(Instant shown, long nanos) {
        Instant at(long now) {
            return shown.plusNanos(now - nanos);
        }

        boolean fresh(long now) {
            return now - nanos < GOOD_FOR.toNanos();
        }
    }

    @Inject
    public DatabaseClock(AgroalDataSource database) {
        this(database, System::nanoTime);
    }

    DatabaseClock(AgroalDataSource database, LongSupplier ticker) {
        this.database = database;
        this.ticker = ticker;
    }

    @Override
    public Instant instant() {
        Reading reading = last;
        if (reading == null) {
            reading = first();
        } else if (!reading.fresh(ticker.getAsLong()) && asking.tryLock()) {
            try {
                reading = again(reading);
            } finally {
                asking.unlock();
            }
        }
        return reading.at(ticker.getAsLong());
    }

    private Reading first() {
        asking.lock();
        try {
            Reading reading = last;
            return reading == null ? ask() : reading;
        } catch (SQLException e) {
            throw Outages.told(e);
        } finally {
            asking.unlock();
        }
    }

    private Reading again(Reading before) {
        try {
            return ask();
        } catch (SQLException e) {
            // The counter drifts by microseconds a minute; a database that cannot be asked fails elsewhere, and louder.
            LOG.debugf("Could not ask the database for the time: SQLSTATE %s", e.getSQLState());
            return before;
        }
    }

    private Reading ask() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("select clock_timestamp() as now")) {
            long before = ticker.getAsLong();
            try (var answer = statement.executeQuery()) {
                long after = ticker.getAsLong();
                answer.next();
                var shown = answer.getObject("now", OffsetDateTime.class).toInstant();
                var reading = new Reading(shown, before + (after - before) / 2);
                last = reading;
                return reading;
            }
        }
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        var outer = this;
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return zone;
            }

            @Override
            public Clock withZone(ZoneId other) {
                return outer.withZone(other);
            }

            @Override
            public Instant instant() {
                return outer.instant();
            }
        };
    }
}
