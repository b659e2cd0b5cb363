package clinic.portal.persistence.booking;

import clinic.portal.core.booking.AppointmentNews;
import clinic.portal.core.messaging.Notice;
import clinic.portal.core.messaging.Notice.Channel;
import clinic.portal.core.shared.AppointmentId;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.persistence.login.SchedulerLinkQueue;
import clinic.portal.persistence.shared.DatabaseClock;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;
import java.util.stream.Stream;

/** The jobs, one for each channel, are rows of the running transaction: they are there exactly when the change is. */
@Singleton
public class SchedulerAppointmentNews implements AppointmentNews {
    public static final TaskDescriptor<DueNotice> TELL_CLIENT = TaskDescriptor.of("tell-client", DueNotice.class);

    private final SchedulerClient jobs;
    private final Clock clock;

    public SchedulerAppointmentNews(AgroalDataSource database, DatabaseClock clock) {
        this.clock = clock;
        this.jobs = SchedulerClient.Builder.create(database)
                .serializer(SchedulerLinkQueue.SERIALIZER)
                // Named, or building the client would connect to find out.
                .jdbcCustomization(new PostgreSqlJdbcCustomization(false, false))
                .build();
    }

    /** In one batch, hence one trip. A version is told of once: nobody else can have made the same jobs. */
    @Override
    public void tell(ClinicId clinic, AppointmentId appointment, Change change, int version) {
        var due = Stream.of(Channel.values())
                .<TaskInstance<?>>map(
                        channel -> job(new DueNotice(clinic.value(), appointment.value(), change, version, channel)))
                .toList();
        jobs.scheduleBatch(due, clock.instant());
    }

    private static TaskInstance<DueNotice> job(DueNotice due) {
        return TELL_CLIENT
                .instance("%s-%d-%s".formatted(due.appointment, due.version, due.channel))
                .data(due)
                .build();
    }

    /** Ids only: what the message will hold is read when it is sent. */
    public record DueNotice(UUID clinic, UUID appointment, Change change, int version, Channel channel) {
        public ClinicId clinicId() {
            return new ClinicId(clinic);
        }

        public Notice notice() {
            return new Notice(new AppointmentId(appointment), change, version, channel);
        }
    }
}
