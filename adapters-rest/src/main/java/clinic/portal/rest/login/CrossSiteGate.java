package clinic.portal.rest.login;

import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;

/**
 * Keeps other sites from using a browser's cookies (SECURITY S17): what changes something and comes with our cookies must
 * carry a header that no form and no foreign script can add. That it comes from an allowed origin, {@link OriginGate} sees
 * to.
 */
@Provider
@Priority(Priorities.AUTHENTICATION - 50)
public class CrossSiteGate implements ContainerRequestFilter {
    private static final Set<String> HARMLESS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    @Override
    public void filter(ContainerRequestContext request) {
        if (HARMLESS.contains(request.getMethod())) {
            return;
        }
        boolean byCookie = request.getHeaderString(HttpHeaders.AUTHORIZATION) == null
                && request.getCookies().keySet().stream().anyMatch(name -> name.startsWith("__Host-"));
        if (byCookie && request.getHeaderString(SessionGate.CUSTOM_HEADER) == null) {
            throw new CsrfHeaderMissing();
        }
    }
}
