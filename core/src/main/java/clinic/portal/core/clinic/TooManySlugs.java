package clinic.portal.core.clinic;

import clinic.portal.core.shared.Conflict;
import java.util.Map;

/** The clinic still keeps as many of its old slugs as it may. */
public final class TooManySlugs extends Conflict {
    public TooManySlugs() {
        super(
                "too_many_slugs",
                "This portal's address has been changed too often; take an earlier one back, or wait.",
                Map.of());
    }
}
