package clinic.portal.persistence.login;

import clinic.portal.core.login.RoundQueue;
import clinic.portal.persistence.shared.DatabaseClock;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** One row for each asking; it is gone once the round was made. */
@Singleton
public class SchedulerRounds implements RoundQueue {
    public static final TaskDescriptor<DueRound> GO_ROUND = TaskDescriptor.of("staff-login-round", DueRound.class);

    private final SchedulerClient jobs;
    private final Clock clock;

    public SchedulerRounds(AgroalDataSource database, DatabaseClock clock) {
        this.clock = clock;
        this.jobs = SchedulerClient.Builder.create(database)
                .serializer(SchedulerLinkQueue.SERIALIZER)
                .jdbcCustomization(new PostgreSqlJdbcCustomization(false, false))
                .build();
    }

    @Override
    public void enqueue(byte[] sealed, Instant askedAt) {
        var due = GO_ROUND.instance(UUID.randomUUID().toString())
                .data(new DueRound(sealed, askedAt))
                .build();
        jobs.scheduleIfNotExists(due, clock.instant());
    }

    /** @param sealed whom it is about (SECURITY S2) */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    public record DueRound(byte[] sealed, Instant askedAt) {}
}
