package clinic.portal.core.login;

import clinic.portal.core.shared.Gone;
import java.util.Map;

/** Ten minutes are over, or a newer link has taken its place. */
public final class LinkExpired extends Gone {
    public LinkExpired() {
        super(
                "link_expired",
                "This link has expired or a newer one was sent; use the newest, or ask for a new one.",
                Map.of());
    }
}
