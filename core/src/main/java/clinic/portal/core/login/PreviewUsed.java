package clinic.portal.core.login;

import clinic.portal.core.shared.Gone;
import java.util.Map;

/** A preview's address opens once. */
public final class PreviewUsed extends Gone {
    public PreviewUsed() {
        super("preview_used", "This preview was opened before; make a new one.", Map.of());
    }
}
