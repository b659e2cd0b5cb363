package clinic.portal.core.login;

import clinic.portal.core.shared.Unauthenticated;
import java.util.Map;

/** The session was ended, ran out, or its token was used twice. */
public final class SessionEnded extends Unauthenticated {
    public SessionEnded() {
        super("session_ended", "This session is over; log in again.", Map.of());
    }
}
