package clinic.portal.core.booking;

import clinic.portal.core.shared.Conflict;
import java.util.Map;

/** Whether its conditions hold is known of those who are logged in, and of nobody else told. */
public final class LoginRequired extends Conflict {
    public LoginRequired() {
        super("login_required", "This treatment can only be booked after logging in.", Map.of());
    }
}
