package clinic.portal.rest.booking;

import clinic.portal.core.booking.LiveDiary;
import clinic.portal.core.calendar.LiveFeed;
import clinic.portal.rest.login.Caller;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The diary as it happens. By hand, for the interface that would be generated from the contract gives its answer back
 * whole (and so not called a resource). The thread is needed until the reader has caught up; then the stream is the event
 * loop's.
 */
@Blocking
@RunOnVirtualThread
@Path("/v1/admin/calendar/events")
public class LiveCalendarStreams {
    /** Then whoever reads has to show a token that is good now. */
    private static final Duration LIFE = Duration.ofHours(1);

    private final LiveFeed<Buffer> feed;
    private final LiveDiary diary;
    private final Caller caller;
    private final RoutingContext context;

    LiveCalendarStreams(LiveFeed<Buffer> feed, LiveDiary diary, Caller caller, RoutingContext context) {
        this.feed = feed;
        this.diary = diary;
        this.caller = caller;
        this.context = context;
    }

    /** Whatever is wrong with the request is said before the stream begins. Who hangs up cancels the answer. */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public CompletionStage<@Nullable Response> streamCalendarEvents(
            @HeaderParam("Last-Event-ID") @Nullable String lastEventId,
            @QueryParam("lastEventId") @Nullable String lastEventIdInQuery) {
        var viewer = caller.staff();
        diary.enter(viewer);
        if (context.request().method().equals(HttpMethod.HEAD)) {
            return CompletableFuture.completedFuture(
                    Response.ok().type(MediaType.SERVER_SENT_EVENTS).build());
        }
        var stream = new EventStream(context.response());
        var place = feed.open(viewer, lastEventId == null ? lastEventIdInQuery : lastEventId, stream);
        long timer = context.vertx().setTimer(LIFE.toMillis(), due -> stream.end());
        stream.over().whenComplete((ended, hungUp) -> {
            context.vertx().cancelTimer(timer);
            place.leave();
        });
        return stream.over();
    }
}
