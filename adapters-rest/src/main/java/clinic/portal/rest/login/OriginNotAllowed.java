package clinic.portal.rest.login;

import clinic.portal.core.shared.Denied;
import java.util.Map;

/** A browser page of some other site is calling. */
public final class OriginNotAllowed extends Denied {
    OriginNotAllowed() {
        super("origin_not_allowed", "Pages of this origin may not call here.", Map.of());
    }
}
