package clinic.portal.core.login;

import clinic.portal.core.shared.Unauthenticated;
import java.util.Map;

/** The operation is for somebody logged in. */
public final class SessionRequired extends Unauthenticated {
    public SessionRequired() {
        super("session_required", "Log in first.", Map.of());
    }
}
