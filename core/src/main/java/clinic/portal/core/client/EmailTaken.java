package clinic.portal.core.client;

import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.Conflict;
import java.util.Map;

/** Another client has this address. If they are one person, their two files can be merged. */
public final class EmailTaken extends Conflict {
    public EmailTaken(ClientId holder) {
        super(
                "email_taken",
                "Another client has this e-mail address; merge the two if they are one person.",
                Map.of("clientId", holder.value()));
    }
}
