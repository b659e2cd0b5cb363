package clinic.portal.app.messaging;

import clinic.portal.notify.messaging.DemoInboxPage;
import clinic.portal.notify.shared.Templates;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;

/** {@code /dev/inbox}: in the demo, and nowhere else, because it shows login links to whoever asks. */
@Singleton
final class InboxRoute {
    /** The mails are shown as they were written, with their inline styles, in frames without any rights. */
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src https: data:; frame-src 'self'; frame-ancestors 'none'";

    private final Channels channels;
    private final DemoInboxPage page;
    private final ObjectMapper json;

    InboxRoute(Channels channels, Templates templates, ObjectMapper json) {
        this.channels = channels;
        this.page = new DemoInboxPage(templates);
        this.json = json;
    }

    void add(@Observes Router router) {
        channels.inbox()
                .ifPresent(inbox -> router.get("/dev/inbox").handler(context -> {
                    var items = inbox.items();
                    if (wantsPage(context)) {
                        answer(context, "text/html; charset=utf-8", page.page(items));
                    } else {
                        answer(context, "application/json", write(Map.of("items", items)));
                    }
                }));
    }

    private static boolean wantsPage(RoutingContext context) {
        String accept = context.request().getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains("text/html");
    }

    private static void answer(RoutingContext context, String type, String body) {
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, type)
                .putHeader("Content-Security-Policy", POLICY)
                .end(body);
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
