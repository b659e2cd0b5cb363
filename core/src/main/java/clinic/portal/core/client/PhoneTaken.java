package clinic.portal.core.client;

import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.Conflict;
import java.util.Map;

/** Another client has this number. If they are one person, their two files can be merged. */
public final class PhoneTaken extends Conflict {
    public PhoneTaken(ClientId holder) {
        super(
                "phone_taken",
                "Another client has this phone number; merge the two if they are one person.",
                Map.of("clientId", holder.value()));
    }
}
