package clinic.portal.rest.clinic;

import clinic.portal.core.clinic.ClinicDirectory;
import clinic.portal.core.clinic.PortalFront;
import clinic.portal.core.clinic.PortalSettings;
import clinic.portal.core.clinic.Slug;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.util.Optional;

/**
 * Leads from a slug that a clinic has given up lately to the one it has now, whatever the operation. Not while the portal
 * is off: then it is nowhere, by any name.
 */
@Provider
@Priority(Priorities.AUTHENTICATION - 75)
public class MovedPortals implements ContainerRequestFilter {
    private static final String PORTALS = "/v1/portals/";
    private static final int PERMANENT_REDIRECT = 308;

    private final Instance<ClinicDirectory> clinics;
    private final Instance<PortalFront> front;

    /** Both looked up at the first call: filters are made before the database is known. */
    MovedPortals(Instance<ClinicDirectory> clinics, Instance<PortalFront> front) {
        this.clinics = clinics;
        this.front = front;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        String path = request.getUriInfo().getRequestUri().getRawPath();
        String typed = request.getUriInfo().getPathParameters().getFirst("slug");
        if (typed == null || !path.startsWith(PORTALS + typed)) {
            return;
        }
        Slug.read(typed)
                .flatMap(this::now)
                .ifPresent(slug -> request.abortWith(Response.status(PERMANENT_REDIRECT)
                        // By path alone: which host the caller knows us by is none of our knowledge (SECURITY S12).
                        .header(HttpHeaders.LOCATION, location(request, path, typed, slug))
                        .build()));
    }

    private Optional<Slug> now(Slug slug) {
        var directory = clinics.get();
        return directory.find(slug).isPresent()
                ? Optional.empty()
                : directory
                        .formerly(slug, PortalSettings.REDIRECTED)
                        .flatMap(clinic -> front.get().address(clinic));
    }

    private static String location(ContainerRequestContext request, String path, String old, Slug now) {
        URI called = request.getUriInfo().getRequestUri();
        String query = called.getRawQuery() == null ? "" : "?" + called.getRawQuery();
        return PORTALS + now.value() + path.substring((PORTALS + old).length()) + query;
    }
}
