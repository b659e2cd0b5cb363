package clinic.portal.rest.login;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/** Puts the cookies that a resource gave or took back on its answer, so that resources return plain DTOs. */
@Provider
public class CookieWriter implements ContainerResponseFilter {
    /** SECURITY S18. */
    private static final String FORGET = "\"cache\", \"cookies\", \"storage\"";

    private final SessionCookies cookies;

    CookieWriter(SessionCookies cookies) {
        this.cookies = cookies;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (cookies.takenBack()) {
            response.getHeaders().putSingle("Clear-Site-Data", FORGET);
        }
        cookies.pending().forEach(cookie -> response.getHeaders().add(HttpHeaders.SET_COOKIE, cookie));
    }
}
