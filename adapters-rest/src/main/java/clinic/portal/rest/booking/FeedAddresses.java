package clinic.portal.rest.booking;

import clinic.portal.rest.shared.ClinicSecret;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Secret addresses of calendars. Made of configuration alone: a caller's Host would let a stranger choose where the
 * secret is sent (PAINS 14).
 *
 * <p>Behind a proxy (application-scoped) because resources are made before the configuration of this very run is known.
 */
@ApplicationScoped
class FeedAddresses {
    private static final String ENDING = ".ics";

    private final Optional<URI> base;

    /**
     * @param api where callers find this API
     * @param pages the same, where nothing else is said
     */
    FeedAddresses(
            @ConfigProperty(name = "portal.api-url") Optional<URI> api,
            @ConfigProperty(name = "portal.base-url") Optional<URI> pages) {
        this.base = api.or(() -> pages);
    }

    URI write(ClinicSecret feed) {
        String start = base.orElseThrow(() -> new IllegalStateException("PORTAL_API_URL is not set"))
                .toString()
                .replaceFirst("/$", "");
        return URI.create(start + "/v1/calendar-feeds/" + feed.write() + ENDING);
    }

    /** Nothing for what is no feed of ours. */
    static Optional<ClinicSecret> read(String feed) {
        return feed.endsWith(ENDING)
                ? ClinicSecret.read(feed.substring(0, feed.length() - ENDING.length()))
                : Optional.empty();
    }
}
