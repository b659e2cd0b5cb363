package clinic.portal.core.login;

import clinic.portal.core.shared.Conflict;
import java.util.Map;

/** There is no second factor, or none that was begun with. */
public final class SecondFactorOff extends Conflict {
    public SecondFactorOff() {
        super("second_factor_off", "There is no second factor; begin with setting one up.", Map.of());
    }
}
