package clinic.portal.core.login;

import clinic.portal.core.shared.Gone;
import java.util.Map;

/** Every link is good for one login. */
public final class LinkUsed extends Gone {
    public LinkUsed() {
        super("link_used", "This link has been used already; ask for a new one.", Map.of());
    }
}
