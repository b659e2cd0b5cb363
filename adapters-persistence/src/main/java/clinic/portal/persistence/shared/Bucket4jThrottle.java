package clinic.portal.persistence.shared;

import clinic.portal.core.shared.Throttle;
import io.agroal.api.AgroalDataSource;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.TimeUnit;

/**
 * Buckets in PostgreSQL, the same for all instances, filled by the database's clock. Each take is a short transaction
 * of its own; within a running one Bucket4j's commit would be refused.
 */
@Singleton
public class Bucket4jThrottle implements Throttle {
    private final ProxyManager<String> buckets;
    private final Sql sql;

    public Bucket4jThrottle(AgroalDataSource database, Sql sql, DatabaseClock clock) {
        this.sql = sql;
        this.buckets = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
                .primaryKeyMapper(PrimaryKeyMapper.STRING)
                .table("throttle_buckets")
                .idColumn("id")
                .stateColumn("state")
                .expiresAtColumn("expires_at")
                .clientClock(new ByClock(clock))
                .requestTimeout(Duration.ofSeconds(5))
                // A full bucket is as good as none: it can go as soon as it has filled up.
                .expirationAfterWrite(
                        ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofSeconds(10)))
                .build();
    }

    @Override
    public Standing take(Allowance allowance, String caller) {
        var bucket = buckets.getProxy(key(allowance, caller), () -> configuration(allowance));
        try {
            var probe = bucket.tryConsumeAndReturnRemaining(1);
            return new Standing(
                    probe.isConsumed(), probe.getRemainingTokens(), Duration.ofNanos(probe.getNanosToWaitForRefill()));
        } catch (RuntimeException failed) {
            throw Outages.isBehind(failed) ? Outages.busy(failed) : failed;
        }
    }

    /** Forgets who has not been counted for so long that all is allowed again; gives back how many. */
    public int removeExpired() {
        return sql.update(
                "delete from throttle_buckets where expires_at < extract(epoch from clock_timestamp()) * 1000");
    }

    private static BucketConfiguration configuration(Allowance allowance) {
        return BucketConfiguration.builder()
                // All at once when the time is over: filling up evenly would let nearly twice as many through in it.
                .addLimit(
                        limit -> limit.capacity(allowance.times()).refillIntervally(allowance.times(), allowance.per()))
                .build();
    }

    /** Addresses are personal: what is stored is a digest. */
    private static String key(Allowance allowance, String caller) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(caller.getBytes(StandardCharsets.UTF_8));
            return allowance.name()
                    + ' '
                    + Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private record ByClock(Clock clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            Instant now = clock.instant();
            return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
