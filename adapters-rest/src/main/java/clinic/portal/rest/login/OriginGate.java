package clinic.portal.rest.login;

import clinic.portal.rest.shared.Problem;
import clinic.portal.rest.shared.Problems;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Only pages of the allowed origins may call (SECURITY S17). Stands before Quarkus' own CORS filter, which would refuse
 * with an empty answer, and would take any page that calls itself by our host for ours.
 */
@Singleton
class OriginGate {
    private static final int BEFORE_CORS = 900;
    private static final Problem NOT_ALLOWED =
            Problem.of(403, "origin_not_allowed", "Pages of this origin may not call here.");

    private final Set<String> origins;

    OriginGate(@ConfigProperty(name = "portal.cors.origins") Optional<List<String>> origins) {
        this.origins = Set.copyOf(origins.orElse(List.of()));
    }

    void filters(@Observes Filters filters) {
        filters.register(this::check, BEFORE_CORS);
    }

    private void check(RoutingContext context) {
        String origin = context.request().getHeader(HttpHeaders.ORIGIN);
        if (origin == null || origins.contains(origin)) {
            context.next();
        } else {
            Problems.answer(NOT_ALLOWED, context);
        }
    }
}
