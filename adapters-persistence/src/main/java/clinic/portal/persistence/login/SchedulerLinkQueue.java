package clinic.portal.persistence.login;

import clinic.portal.core.login.LinkId;
import clinic.portal.core.login.LinkQueue;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.persistence.shared.DatabaseClock;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.serializer.JacksonSerializer;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;

/** The job is a row of the running transaction: it is there exactly when the request for the link is. */
@Singleton
public class SchedulerLinkQueue implements LinkQueue {
    public static final TaskDescriptor<DueLink> DELIVER_LOGIN_LINK =
            TaskDescriptor.of("deliver-login-link", DueLink.class);

    /** JSON, so that a row can be read by people and by a later version; whoever runs the jobs uses the same. */
    public static final Serializer SERIALIZER = new JacksonSerializer();

    private final SchedulerClient jobs;
    private final Clock clock;

    public SchedulerLinkQueue(AgroalDataSource database, DatabaseClock clock) {
        this.clock = clock;
        this.jobs = SchedulerClient.Builder.create(database)
                .serializer(SERIALIZER)
                // Named, or building the client would connect to find out.
                .jdbcCustomization(new PostgreSqlJdbcCustomization(false, false))
                .build();
    }

    @Override
    public void enqueue(ClinicId clinic, LinkId link) {
        var due = DELIVER_LOGIN_LINK
                .instance(link.value().toString())
                .data(new DueLink(clinic.value(), link.value()))
                .build();
        jobs.scheduleIfNotExists(due, clock.instant());
    }

    /** Ids only: what the message will hold is made when it is sent. */
    public record DueLink(UUID clinic, UUID link) {
        public ClinicId clinicId() {
            return new ClinicId(clinic);
        }

        public LinkId linkId() {
            return new LinkId(link);
        }
    }
}
