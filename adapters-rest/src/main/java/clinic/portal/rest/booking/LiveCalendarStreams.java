package clinic.portal.rest.booking;

import clinic.portal.core.calendar.LiveFeed;
import clinic.portal.rest.login.Caller;
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
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The diary as it happens. By hand, for the interface that would be generated from the contract gives its answer back
 * whole (and so not called a resource). The thread is needed until the reader has caught up; then the stream is the event
 * loop's.
 */
@RunOnVirtualThread
@Path("/v1/admin/calendar/events")
public class LiveCalendarStreams {
    /** Then whoever reads has to show a token that is good now. */
    private static final Duration LIFE = Duration.ofHours(1);

    private final LiveFeed<Buffer> feed;
    private final Caller caller;
    private final RoutingContext context;

    LiveCalendarStreams(LiveFeed<Buffer> feed, Caller caller, RoutingContext context) {
        this.feed = feed;
        this.caller = caller;
        this.context = context;
    }

    /** Done when the stream has ended; whatever is wrong with the request is said before it begins. */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public CompletionStage<Void> streamCalendarEvents(
            @HeaderParam("Last-Event-ID") @Nullable String lastEventId,
            @QueryParam("lastEventId") @Nullable String lastEventIdInQuery) {
        var viewer = caller.staff();
        var stream = new EventStream(context.response());
        if (context.request().method().equals(HttpMethod.HEAD)) {
            stream.end();
            return CompletableFuture.completedFuture(null);
        }
        var over = new CompletableFuture<Void>();
        context.addEndHandler(ended -> over.complete(null));
        var place = feed.open(viewer, lastEventId == null ? lastEventIdInQuery : lastEventId, stream);
        long timer = context.vertx().setTimer(LIFE.toMillis(), due -> stream.end());
        over.thenRun(() -> {
            context.vertx().cancelTimer(timer);
            place.leave();
        });
        return over;
    }
}
