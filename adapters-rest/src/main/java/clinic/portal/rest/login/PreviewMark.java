package clinic.portal.rest.login;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/** Marks what a preview is answered, refusals too, so that no page can take it for the client's own (SECURITY S19). */
@Singleton
class PreviewMark {
    static final String HEADER = "X-Portal-Preview";

    private final RoutingContext context;

    /** @param context of whichever request is being answered */
    PreviewMark(RoutingContext context) {
        this.context = context;
    }

    void put() {
        context.response().putHeader(HEADER, "true");
    }
}
