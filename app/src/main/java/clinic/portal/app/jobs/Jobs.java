package clinic.portal.app.jobs;

import clinic.portal.app.shared.PortalConfig;
import clinic.portal.core.login.LinkDelivery;
import clinic.portal.core.login.StaffDoor;
import clinic.portal.core.messaging.NoticeDelivery;
import clinic.portal.persistence.booking.SchedulerAppointmentNews;
import clinic.portal.persistence.booking.SchedulerAppointmentNews.DueNotice;
import clinic.portal.persistence.login.SchedulerLinkQueue;
import clinic.portal.persistence.login.SchedulerLinkQueue.DueLink;
import clinic.portal.persistence.login.SchedulerRounds;
import clinic.portal.persistence.login.SchedulerRounds.DueRound;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/** The work that follows after an answer was given, run by every instance from one table (DESIGN §9). */
@Singleton
final class Jobs {
    private static final Logger LOG = Logger.getLogger(Jobs.class);
    private static final Duration FIRST_RETRY = Duration.ofSeconds(5);
    private static final int MOST_DOUBLINGS = 4;
    private static final Duration TIDY_EVERY = Duration.ofHours(1);

    private final Scheduler scheduler;
    private final LinkDelivery links;
    private final NoticeDelivery notices;
    private final StaffDoor door;
    private final Tidying tidying;

    Jobs(
            AgroalDataSource database,
            Clock clock,
            PortalConfig config,
            LinkDelivery links,
            NoticeDelivery notices,
            StaffDoor door,
            Tidying tidying) {
        this.door = door;
        this.links = links;
        this.notices = notices;
        this.tidying = tidying;
        this.scheduler = Scheduler.create(database, deliverLinks(), tellClients(), goRound())
                .startTasks(tidy())
                .serializer(SchedulerLinkQueue.SERIALIZER)
                .threads(config.jobs().threads())
                .pollingInterval(config.jobs().poll())
                .pollUsingLockAndFetch(0.5, 1.0)
                // Leases by the database's time: an instance whose own clock is off takes nobody's work away (B42).
                .clock(clock::instant)
                .heartbeatInterval(Duration.ofSeconds(10))
                .shutdownMaxWait(Duration.ofSeconds(15))
                .build();
    }

    void start(@Observes StartupEvent started) {
        scheduler.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        scheduler.stop();
    }

    private Task<DueLink> deliverLinks() {
        return delivering(SchedulerLinkQueue.DELIVER_LOGIN_LINK, due -> links.deliver(due.clinicId(), due.linkId()));
    }

    private Task<DueNotice> tellClients() {
        return delivering(SchedulerAppointmentNews.TELL_CLIENT, due -> notices.deliver(due.clinicId(), due.notice()));
    }

    private Task<DueRound> goRound() {
        return delivering(SchedulerRounds.GO_ROUND, due -> {
            door.goRound(due.sealed(), due.askedAt());
            return false;
        });
    }

    /** @param again tries once, and says whether to try again later */
    private static <T> Task<T> delivering(TaskDescriptor<T> kind, Predicate<T> again) {
        return Tasks.custom(kind)
                .onFailure((failed, operations) -> operations.reschedule(
                        failed, failed.getTimeDone().plus(backOff(failed.getExecution().consecutiveFailures))))
                .execute((job, context) -> {
                    MDC.put("requestId", job.getId());
                    try {
                        if (again.test(job.getData())) {
                            throw new FarEndDown(context.getExecution().consecutiveFailures + 1);
                        }
                        return new OnCompleteRemove<>();
                    } finally {
                        MDC.remove("requestId");
                    }
                });
    }

    /** Twice as long each time, and each a little different, or all would come back at once (SECURITY B37). */
    private static Duration backOff(int failuresBefore) {
        Duration even = FIRST_RETRY.multipliedBy(1L << Math.min(failuresBefore, MOST_DOUBLINGS));
        return even.multipliedBy(ThreadLocalRandom.current().nextInt(75, 126)).dividedBy(100);
    }

    private RecurringTask<Void> tidy() {
        return Tasks.recurring("tidy", FixedDelay.of(TIDY_EVERY)).execute((job, context) -> {
            LOG.infof("Forgot %d rows that nobody can use any more", tidying.tidy());
        });
    }

    /** Makes the scheduler count a failure and wait longer each time; not an accident, so no stack trace. */
    private static final class FarEndDown extends RuntimeException {
        FarEndDown(int attempt) {
            super("The far end cannot be reached; attempt " + attempt, null, false, false);
        }
    }
}
