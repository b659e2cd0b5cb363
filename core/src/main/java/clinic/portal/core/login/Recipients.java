package clinic.portal.core.login;

import clinic.portal.core.shared.ClinicId;
import java.util.Optional;

public interface Recipients {
    /** Nothing for the erased, the departed and the unknown. */
    Optional<Recipient> find(ClinicId clinic, Audience audience, Identifier identifier);
}
