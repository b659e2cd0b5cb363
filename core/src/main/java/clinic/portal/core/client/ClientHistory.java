package clinic.portal.core.client;

import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.Page;
import clinic.portal.core.shared.PageRequest;
import java.util.Optional;

/** What has happened with a client, and all that is known of them. */
public interface ClientHistory {
    /** The latest first. */
    Page<Happening> of(ClinicId clinic, ClientId client, PageRequest page);

    /** One JSON object, by table; nothing where there is no such client. */
    Optional<String> everything(ClinicId clinic, ClientId client);
}
