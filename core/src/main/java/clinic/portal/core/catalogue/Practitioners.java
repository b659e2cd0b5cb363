package clinic.portal.core.catalogue;

import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.Page;
import clinic.portal.core.shared.PageRequest;
import java.util.Optional;
import java.util.Set;

public interface Practitioners {
    /** By name. */
    Page<Practitioner> list(ClinicId clinic, Shelf shelf, PageRequest page);

    /** Of those in use, who can do a treatment that clients can book; by name. */
    Page<Practitioner> whoCanDo(ClinicId clinic, TreatmentId treatment, PageRequest page);

    Optional<Practitioner> find(ClinicId clinic, PractitionerId practitioner);

    /** Those of these ids that are the clinic's, archived ones too. */
    Set<PractitionerId> known(ClinicId clinic, Set<PractitionerId> practitioners);

    void add(ClinicId clinic, Practitioner practitioner);

    /** Writes the plan where the version is still {@code practitioner.version() - 1}; false where it is not. */
    boolean replace(ClinicId clinic, Practitioner practitioner);

    /** Takes it away for good, where nothing refers to it and nothing ever did; else archives it, whatever its version. */
    Removal remove(ClinicId clinic, PractitionerId practitioner);
}
