package clinic.portal.core.staff;

import clinic.portal.core.shared.Conflict;
import java.util.Map;

/** The clinic asks all its staff for a second factor. */
public final class SecondFactorMandatory extends Conflict {
    public SecondFactorMandatory() {
        super("second_factor_mandatory", "Your clinic asks for a second factor; it cannot be removed.", Map.of());
    }
}
