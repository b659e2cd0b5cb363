package clinic.portal.core.messaging;

import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.ClinicId;
import java.util.Optional;

public interface Contacts {
    /** Nothing for an erased client. */
    Optional<Contact> find(ClinicId clinic, ClientId client);
}
