package clinic.portal.core.client;

import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.ClinicId;
import java.time.Instant;

/** Clients who are one from now on, or are nobody. */
public interface ClientRemovals {
    /**
     * Everything of the duplicate becomes the other's, who also gets what contact data they lack; the duplicate is no
     * client any more, and their sessions, links and keys are over. False where one of the two is not there.
     */
    boolean merge(ClinicId clinic, ClientId kept, ClientId duplicate);

    /**
     * Takes away whatever is personal, for good; what was done, charged and paid stays. Sessions, links and keys are over.
     * Appointments still to come are cancelled, their time is free, and nobody is told. False where there is no such client.
     */
    boolean erase(ClinicId clinic, ClientId client, Instant now);
}
