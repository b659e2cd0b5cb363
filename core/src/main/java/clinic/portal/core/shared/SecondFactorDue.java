package clinic.portal.core.shared;

import java.util.Map;

/** The clinic asks for a second factor, and this member of staff has not set one up yet. */
public final class SecondFactorDue extends Denied {
    public SecondFactorDue() {
        super("second_factor_due", "Your clinic asks for a second factor: set yours up first.", Map.of());
    }
}
