package clinic.portal.rest.booking;

import clinic.portal.core.calendar.LiveFeed;
import clinic.portal.core.calendar.Position;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One answer that does not end. Never waits: who does not read is cut, and goes on later where they were. */
final class EventStream implements LiveFeed.Reader<Buffer> {
    /** Bytes that have not left for the reader; what many readers are told is held once for all of them. */
    private static final int MOST_UNREAD = 256 * 1024;

    /** More than that is not just on its way: it waits for somebody who does not read. */
    private static final int MOST_ON_ITS_WAY = 16 * 1024;

    private final HttpServerResponse response;
    private final CompletableFuture<@Nullable Response> over = new CompletableFuture<>();
    private final AtomicInteger unread = new AtomicInteger();
    /** What comes after an event that was left out would be taken for all there is. */
    private boolean cut;

    EventStream(HttpServerResponse response) {
        this.response = response;
    }

    /** The answer, complete with nothing more to say when the stream is to end. */
    CompletableFuture<@Nullable Response> over() {
        return over;
    }

    @Override
    public boolean ready(Position position) {
        return tell(EventFrames.ready(position));
    }

    @Override
    public boolean reset(Position position) {
        return tell(EventFrames.reset(position));
    }

    @Override
    public synchronized boolean tell(Buffer frame) {
        cut = cut || over.isDone() || response.closed() || unread.addAndGet(frame.length()) > MOST_UNREAD;
        if (cut) {
            return false;
        }
        dress();
        response.write(frame).onComplete(sent -> unread.addAndGet(-frame.length()));
        return true;
    }

    @Override
    public synchronized boolean beat() {
        // Until its first event the answer may still become a refusal.
        return !response.headWritten() || tell(EventFrames.BEAT);
    }

    @Override
    public synchronized void end() {
        if (over.isDone()) {
            return;
        }
        if (cut || unread.get() > MOST_ON_ITS_WAY) {
            // Whatever is on its way would have to arrive first, and may never.
            response.reset();
        } else if (!response.closed()) {
            // Should it end before its first event, it is a short stream and not an empty answer.
            dress();
            response.write(EventFrames.BEAT);
        }
        over.complete(null);
    }

    private void dress() {
        if (!response.headWritten()) {
            response.setChunked(true)
                    .putHeader(HttpHeaders.CONTENT_TYPE, MediaType.SERVER_SENT_EVENTS)
                    // Proxies that gather answers before they pass them on would hold back every event.
                    .putHeader("X-Accel-Buffering", "no");
        }
    }
}
