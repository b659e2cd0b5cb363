package clinic.portal.core.client;

import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.ClinicId;
import java.util.Optional;

public interface Profiles {
    /** Nothing for an erased client. */
    Optional<Profile> find(ClinicId clinic, ClientId client);
}
