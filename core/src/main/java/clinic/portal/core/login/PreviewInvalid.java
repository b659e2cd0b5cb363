package clinic.portal.core.login;

import clinic.portal.core.shared.Unauthenticated;
import java.util.Map;

/** No such key here: also what one of another clinic looks like, or of somebody who has left. */
public final class PreviewInvalid extends Unauthenticated {
    public PreviewInvalid() {
        super("preview_invalid", "This preview does not work; make a new one.", Map.of());
    }
}
