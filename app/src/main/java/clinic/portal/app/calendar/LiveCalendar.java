package clinic.portal.app.calendar;

import clinic.portal.app.shared.PortalConfig;
import clinic.portal.app.shared.Transacted;
import clinic.portal.core.booking.DiaryEntries;
import clinic.portal.core.booking.LiveDiary;
import clinic.portal.core.calendar.CalendarEvents;
import clinic.portal.core.calendar.CalendarTicks;
import clinic.portal.core.calendar.LiveFeed;
import clinic.portal.core.login.ApiKeys;
import clinic.portal.core.login.LiveSessions;
import clinic.portal.core.login.Presence;
import clinic.portal.rest.booking.EventFrames;
import clinic.portal.rest.shared.Traces;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Keeps the live calendar going: looks for news, checks who may still read, lets connections be heard from. */
final class LiveCalendar {
    private static final Logger LOG = Logger.getLogger(LiveCalendar.class);
    /** With the look itself, below the 5 s of SECURITY S14. */
    private static final Duration CHECK_EVERY = Duration.ofSeconds(3);

    @Produces
    @Singleton
    LiveFeed<Buffer> feed(CalendarTicks ticks, EventFrames frames, Presence presence, PortalConfig config) {
        var calendar = config.calendar();
        return new LiveFeed<>(
                ticks, frames, presence::stillIn, new LiveFeed.Limits(calendar.streamsEach(), calendar.streams()));
    }

    @Singleton
    @Transacted
    static class TransactedLiveDiary extends LiveDiary {
        TransactedLiveDiary(CalendarEvents events, DiaryEntries diary) {
            super(events, diary);
        }
    }

    @Singleton
    @Transacted
    static class TransactedPresence extends Presence {
        TransactedPresence(LiveSessions sessions, ApiKeys keys) {
            super(sessions, keys);
        }
    }

    @Singleton
    static class Pulse {
        private final LiveFeed<Buffer> feed;
        private final PortalConfig config;
        /** One for each of its works: none shall wait for another. */
        private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(
                3, Thread.ofPlatform().name("calendar-", 0).daemon().factory());
        /**
         * Runs when the process is told to stop. Quarkus then waits for open requests before it tells anybody else, and
         * streams are open requests.
         */
        private final Thread stopping;

        Pulse(LiveFeed<Buffer> feed, PortalConfig config) {
            this.feed = feed;
            this.config = config;
            this.stopping = Thread.ofPlatform().name("calendar-end").unstarted(feed::close);
        }

        void start(@Observes StartupEvent started) {
            every(config.calendar().poll(), feed::look);
            every(CHECK_EVERY, feed::check);
            every(config.calendar().heartbeat(), feed::beat);
            Runtime.getRuntime().addShutdownHook(stopping);
        }

        void stop(@Observes ShutdownEvent event) {
            threads.shutdownNow();
            feed.close();
            try {
                Runtime.getRuntime().removeShutdownHook(stopping);
            } catch (IllegalStateException itRunsAlready) {
                LOG.debug("The process is stopping");
            }
        }

        private void every(Duration pause, Runnable work) {
            threads.scheduleWithFixedDelay(
                    () -> attempt(work), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
        }

        /** What fails is made up for the next time; a thread that ended would be silence for ever. */
        private static void attempt(Runnable work) {
            try {
                work.run();
            } catch (RuntimeException failure) {
                LOG.warn("The live calendar is held up", Traces.withoutMessages(failure));
            }
        }
    }
}
