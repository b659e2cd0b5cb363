package clinic.portal.core.clinic;

import java.net.URI;

/**
 * Where the browser pages live. From configuration only: a link built from a request's Host header would send the token
 * wherever the asker likes (SECURITY S12).
 *
 * @param portal base of the clients' pages
 * @param staff base of the staff's pages
 */
public record PortalAddresses(URI portal, URI staff) {
    public PortalAddresses {
        portal = withoutSlash(portal);
        staff = withoutSlash(staff);
    }

    /** The token stands in the fragment: no server, proxy or log on the way gets to see it (SECURITY S5). */
    public URI portalLogin(Slug slug, String token) {
        return login(portal, slug, token);
    }

    /** The same for the staff. */
    public URI staffLogin(Slug slug, String token) {
        return login(staff, slug, token);
    }

    /** Where a client begins. */
    public URI front(Slug slug) {
        return URI.create("%s/%s".formatted(portal, slug.value()));
    }

    /** The booking form with a pre-fill token, again in the fragment. */
    public URI bookingLink(Slug slug, String token) {
        return URI.create("%s/%s/book#t=%s".formatted(portal, slug.value(), token));
    }

    /** Where a member of staff looks through a client's eyes; the token in the fragment as well. */
    public URI preview(Slug slug, String token) {
        return URI.create("%s/%s/preview#t=%s".formatted(portal, slug.value(), token));
    }

    private static URI login(URI base, Slug slug, String token) {
        return URI.create("%s/%s/login#t=%s".formatted(base, slug.value(), token));
    }

    private static URI withoutSlash(URI base) {
        if (base.getHost() == null || base.getQuery() != null || base.getFragment() != null) {
            throw new IllegalArgumentException("Pages live at a scheme, a host and perhaps a path: " + base);
        }
        String text = base.toString();
        return text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : base;
    }
}
