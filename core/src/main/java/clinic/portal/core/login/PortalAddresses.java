package clinic.portal.core.login;

import clinic.portal.core.clinic.Slug;
import java.net.URI;

/**
 * Where the browser pages live. From configuration only: a link built from a request's Host header would send the token
 * wherever the asker likes (SECURITY S12).
 *
 * @param portal base of the clients' pages, without a trailing slash
 * @param staff base of the staff's pages, without a trailing slash
 */
public record PortalAddresses(URI portal, URI staff) {

    /** The token stands in the fragment: no server, proxy or log on the way gets to see it (SECURITY S5). */
    URI loginLink(Slug slug, Audience audience, String token) {
        URI base = switch (audience) {
            case PORTAL -> portal;
            case STAFF -> staff;
        };
        return URI.create("%s/%s/login#t=%s".formatted(base, slug.value(), token));
    }
}
