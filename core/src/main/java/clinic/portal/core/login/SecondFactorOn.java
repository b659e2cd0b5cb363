package clinic.portal.core.login;

import clinic.portal.core.shared.Conflict;
import java.util.Map;

/** There is one in force, and whoever wants another takes that away first. */
public final class SecondFactorOn extends Conflict {
    public SecondFactorOn() {
        super("second_factor_on", "You have a second factor; remove it before you set up another.", Map.of());
    }
}
