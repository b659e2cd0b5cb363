package clinic.portal.core.clinic;

import clinic.portal.core.shared.Conflict;
import java.util.Map;

/** Taken, reserved, or given up by somebody else lately: which of them is nobody's business. */
public final class SlugUnavailable extends Conflict {
    public SlugUnavailable() {
        super("slug_unavailable", "This slug cannot be had; choose another.", Map.of());
    }
}
