package clinic.portal.rest.shared;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.MDC;

/** What stands around every answer, the framework's own errors included: request id, security headers (SECURITY S18). */
@Singleton
class Surroundings {
    private static final int BEFORE_EVERYTHING = 1_000;
    private static final String API_POLICY = "default-src 'none'; frame-ancestors 'none'";

    void filters(@Observes Filters filters) {
        filters.register(Surroundings::dress, BEFORE_EVERYTHING);
    }

    /** Behind all other routes: whatever nobody answered, and whatever broke before anybody could. */
    void last(@Observes Router router) {
        router.route().last().handler(context -> end(context, 404));
        router.route().failureHandler(context -> end(context, context.statusCode() > 0 ? context.statusCode() : 500));
        // An address that cannot be decoded meets no route at all, and none of the filters.
        router.errorHandler(400, context -> end(context, 400));
    }

    private static void dress(RoutingContext context) {
        head(context);
        context.next();
    }

    private static void head(RoutingContext context) {
        String id = RequestId.choose(context.request().getHeader(RequestId.HEADER));
        context.put(RequestId.KEY, id);
        MDC.put(RequestId.KEY, id);
        context.response()
                .putHeader(RequestId.HEADER, id)
                .putHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains")
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("X-Frame-Options", "DENY")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("Cross-Origin-Resource-Policy", "cross-origin")
                .putHeader("Content-Security-Policy", API_POLICY)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private static void end(RoutingContext context, int status) {
        if (context.response().ended() || context.response().headWritten()) {
            return;
        }
        if (RequestId.of(context).isEmpty()) {
            head(context);
        }
        Problems.answer(Problems.ofStatus(status), context);
    }
}
