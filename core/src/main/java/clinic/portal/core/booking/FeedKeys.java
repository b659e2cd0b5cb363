package clinic.portal.core.booking;

import clinic.portal.core.catalogue.PractitionerId;
import clinic.portal.core.shared.ClinicId;
import java.util.Optional;

/** Which secret opens whose calendar; only its SHA-256 is kept. */
public interface FeedKeys {
    /** Voids an earlier one of the same practitioner. */
    void put(ClinicId clinic, PractitionerId practitioner, byte[] hash);

    void remove(ClinicId clinic, PractitionerId practitioner);

    /** Nothing where it was voided, or the practitioner is archived. */
    Optional<PractitionerId> find(ClinicId clinic, byte[] hash);
}
