package clinic.portal.core.clinic;

import clinic.portal.core.shared.Conflict;
import java.util.Map;

/** Taken, given up not long ago, or reserved: which of these is nobody's business. */
public final class SlugUnavailable extends Conflict {
    public SlugUnavailable() {
        super("slug_unavailable", "This address cannot be had; choose another.", Map.of());
    }
}
