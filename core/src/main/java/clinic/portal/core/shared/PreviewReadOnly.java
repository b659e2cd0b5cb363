package clinic.portal.core.shared;

import java.util.Map;

/** A preview reads everything its client would see and changes nothing. */
public final class PreviewReadOnly extends Denied {
    public PreviewReadOnly() {
        super("preview_read_only", "A preview shows the portal and changes nothing.", Map.of());
    }
}
