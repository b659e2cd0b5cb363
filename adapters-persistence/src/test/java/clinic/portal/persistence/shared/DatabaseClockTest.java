package clinic.portal.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import clinic.portal.persistence.testing.CountingDatabase;
import clinic.portal.persistence.testing.EmbeddedDatabase;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(EmbeddedDatabase.class)
class DatabaseClockTest {
    @Inject
    AgroalDataSource database;

    @Inject
    Sql sql;

    @Test
    void itShowsTheDatabasesTime() {
        var shown = new DatabaseClock(database).instant();

        assertThat(shown).isCloseTo(databaseTime(), within(2, ChronoUnit.SECONDS));
    }

    @Test
    void itRunsOnByTheCounterAndAsksAgainAfterHalfAMinute() {
        var counting = new CountingDatabase(database);
        var counter = new AtomicLong();
        var clock = new DatabaseClock(counting.counted(), counter::get);
        Instant first = clock.instant();
        assertThat(counting.statements()).isEqualTo(1);

        counter.addAndGet(Duration.ofSeconds(29).toNanos());
        assertThat(clock.instant()).isEqualTo(first.plusSeconds(29));
        assertThat(counting.statements()).isZero();

        // The counter has run far ahead of the database by now, which is set right.
        counter.addAndGet(Duration.ofMinutes(5).toNanos());
        assertThat(clock.instant()).isCloseTo(databaseTime(), within(2, ChronoUnit.SECONDS));
        assertThat(counting.statements()).isEqualTo(1);
    }

    @Test
    void itIsInUtc() {
        var clock = new DatabaseClock(database);

        assertThat(clock.getZone()).isEqualTo(ZoneOffset.UTC);
        assertThat(clock.withZone(ZoneOffset.ofHours(2)).getZone()).isEqualTo(ZoneOffset.ofHours(2));
    }

    private Instant databaseTime() {
        return sql.first(row -> row.instant("now"), "select clock_timestamp() as now")
                .orElseThrow();
    }
}
