package clinic.portal.rest.stage;

import clinic.portal.core.booking.LiveDiary;
import clinic.portal.core.calendar.LiveFeed;
import clinic.portal.core.fakes.InMemoryCalendarEvents;
import clinic.portal.rest.booking.EventFrames;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** The live calendar, of which nobody here waits for the end: at each look it turns out that nobody may stay. */
final class LiveBeans {
    private static final InMemoryCalendarEvents EVENTS = new InMemoryCalendarEvents();

    @Produces
    @RequestScoped
    LiveDiary liveDiary() {
        return new LiveDiary(EVENTS, Stage.working().diary.entries);
    }

    @Produces
    @Singleton
    LiveFeed<Buffer> feed(EventFrames frames) {
        var feed =
                new LiveFeed<>(EVENTS, frames, (clinic, viewers, right) -> Set.of(), new LiveFeed.Limits(1_000, 1_000));
        Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory())
                .scheduleWithFixedDelay(feed::check, 20, 20, TimeUnit.MILLISECONDS);
        return feed;
    }
}
