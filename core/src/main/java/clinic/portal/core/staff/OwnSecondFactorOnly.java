package clinic.portal.core.staff;

import clinic.portal.core.shared.Conflict;
import java.util.Map;

/** One's own second factor is taken away with a code, or whoever finds an open session could do it. */
public final class OwnSecondFactorOnly extends Conflict {
    public OwnSecondFactorOnly() {
        super("own_second_factor", "This is your own second factor: remove it with a code.", Map.of());
    }
}
