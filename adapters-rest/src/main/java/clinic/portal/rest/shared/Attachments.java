package clinic.portal.rest.shared;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/** Answers that a browser shall save, not show. */
@Singleton
public class Attachments {
    private final RoutingContext context;

    /** @param context of whichever request is being answered */
    Attachments(RoutingContext context) {
        this.context = context;
    }

    /** @param file a plain name, which needs no quoting */
    public void name(String file) {
        context.response().putHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s\"".formatted(file));
    }
}
