package clinic.portal.rest.login;

import clinic.portal.rest.shared.Problem;
import clinic.portal.rest.shared.Problems;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Only our own pages and those of the allowed origins may call (SECURITY S17). Stands before Quarkus' own CORS filter, which would refuse
 * with an empty answer, and would take any page that calls itself by our host for ours.
 */
@Singleton
class OriginGate {
    private static final int BEFORE_CORS = 900;
    private static final Problem NOT_ALLOWED =
            Problem.of(403, "origin_not_allowed", "Pages of this origin may not call here.");

    private final Set<String> origins;

    OriginGate(
            @ConfigProperty(name = "portal.cors.origins") Optional<List<String>> origins,
            @ConfigProperty(name = "portal.base-url") Optional<URI> clients,
            @ConfigProperty(name = "portal.staff-url") Optional<URI> staff) {
        this.origins = Stream.concat(
                        origins.stream().flatMap(List::stream),
                        Stream.of(clients, staff).flatMap(Optional::stream).flatMap(OriginGate::origin))
                .collect(Collectors.toUnmodifiableSet());
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

    /** As browsers write it: in small letters, and without the port that goes without saying. */
    private static Stream<String> origin(URI page) {
        if (page.getScheme() == null || page.getHost() == null) {
            return Stream.empty();
        }
        String scheme = page.getScheme().toLowerCase(Locale.ROOT);
        int usual = scheme.equals("https") ? 443 : 80;
        String port = page.getPort() == -1 || page.getPort() == usual ? "" : ":" + page.getPort();
        return Stream.of(scheme + "://" + page.getHost().toLowerCase(Locale.ROOT) + port);
    }
}
