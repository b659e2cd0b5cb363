package clinic.portal.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.core.contracts.ThrottleContract;
import clinic.portal.core.shared.Throttle;
import clinic.portal.core.shared.Throttle.Allowance;
import clinic.portal.core.shared.Throttle.Standing;
import clinic.portal.persistence.testing.EmbeddedDatabase;
import clinic.portal.persistence.testing.SampleClinic;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(EmbeddedDatabase.class)
class Bucket4jThrottleTest extends ThrottleContract {
    private static final Allowance TEN_AN_HOUR = new Allowance("ten-an-hour", 10, Duration.ofHours(1));

    private final String run = UUID.randomUUID().toString();

    @Inject
    Bucket4jThrottle throttle;

    @Inject
    AgroalDataSource database;

    @Inject
    Sql sql;

    /** Each test's callers are its own: the buckets outlive it. */
    @Override
    protected Throttle throttle() {
        return (allowance, caller) -> throttle.take(allowance, run + caller);
    }

    @Test
    void twoInstancesCountAsOne() throws Exception {
        var other = new Bucket4jThrottle(database, sql, new DatabaseClock(database));

        var taken = new ArrayList<Future<Boolean>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int caller = 0; caller < 40; caller++) {
                Throttle instance = caller % 2 == 0 ? throttle : other;
                taken.add(threads.submit(() -> instance.take(TEN_AN_HOUR, run).allowed()));
            }
        }

        int allowed = 0;
        for (var one : taken) {
            allowed += one.get() ? 1 : 0;
        }
        assertThat(allowed).isEqualTo(10);
    }

    @Test
    void nothingComesBackBeforeTheTimeIsOverAndThenAllDoes() {
        var tenInTwentySeconds = new Allowance("ten-in-twenty-seconds", 10, Duration.ofSeconds(20));
        var counter = new AtomicLong();
        var timed = new Bucket4jThrottle(database, sql, new DatabaseClock(database, counter::get));
        for (int times = 0; times < 10; times++) {
            timed.take(tenInTwentySeconds, run);
        }

        counter.addAndGet(Duration.ofSeconds(19).toNanos());
        var early = timed.take(tenInTwentySeconds, run);
        counter.addAndGet(Duration.ofSeconds(1).toNanos());
        var after = timed.take(tenInTwentySeconds, run);

        assertThat(early).isEqualTo(new Standing(false, 0, Duration.ofSeconds(1)));
        assertThat(after).isEqualTo(new Standing(true, 9, Duration.ZERO));
    }

    @Test
    void whatIsStoredDoesNotNameTheCaller() {
        throttle.take(TEN_AN_HOUR, "203.0.113.77");

        assertThat(sql.first(
                        row -> row.integer("n"),
                        "select count(*) as n from throttle_buckets where id like ?",
                        "%203%113%"))
                .contains(0);
    }

    @Test
    void bucketsThatAreFullAgainAreForgottenAndOthersKept() {
        throttle.take(TEN_AN_HOUR, run + "old");
        throttle.removeExpired();
        SampleClinic.run("update throttle_buckets set expires_at = 1");
        throttle().take(TEN_AN_HOUR, "young");

        assertThat(throttle.removeExpired()).isPositive();
        assertThat(throttle.removeExpired()).isZero();
        assertThat(throttle().take(TEN_AN_HOUR, "young").left()).isEqualTo(8);
    }
}
