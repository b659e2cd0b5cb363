package clinic.portal.core.login;

import clinic.portal.core.shared.Gone;
import java.util.Map;

/** Nobody opened it in time. */
public final class PreviewExpired extends Gone {
    public PreviewExpired() {
        super("preview_expired", "This preview was not opened within 10 minutes; make a new one.", Map.of());
    }
}
