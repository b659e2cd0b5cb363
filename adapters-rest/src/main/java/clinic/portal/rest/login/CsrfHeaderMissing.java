package clinic.portal.rest.login;

import clinic.portal.core.shared.Denied;
import java.util.Map;

/** A cookie came along without the header that shows that our own page sent it. */
public final class CsrfHeaderMissing extends Denied {
    CsrfHeaderMissing() {
        super("csrf_header_missing", "Calls with a session cookie must carry X-Portal-Request: 1.", Map.of());
    }
}
