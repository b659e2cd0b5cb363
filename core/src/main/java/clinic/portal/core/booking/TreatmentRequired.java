package clinic.portal.core.booking;

import clinic.portal.core.shared.Conflict;
import java.util.Map;

/** The client has not had what must come before it. */
public final class TreatmentRequired extends Conflict {
    public TreatmentRequired() {
        super("treatment_required", "Another treatment must come before this one; ask the clinic.", Map.of());
    }
}
