package clinic.portal.core.login;

import clinic.portal.core.shared.Unauthenticated;
import java.util.Map;

/** No such link or code here: also what a link of another clinic or another door looks like. */
public final class LinkInvalid extends Unauthenticated {
    public LinkInvalid() {
        super("link_invalid", "This link or code is not valid; ask for a new one.", Map.of());
    }
}
