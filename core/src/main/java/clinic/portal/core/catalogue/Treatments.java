package clinic.portal.core.catalogue;

import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.Page;
import clinic.portal.core.shared.PageRequest;
import java.util.Optional;

public interface Treatments {
    /** By name. */
    Page<Treatment> list(ClinicId clinic, Shelf shelf, PageRequest page);

    Optional<Treatment> find(ClinicId clinic, TreatmentId treatment);

    void add(ClinicId clinic, Treatment treatment);

    /** Writes the plan where the version is still {@code treatment.version() - 1}; false where it is not. */
    boolean replace(ClinicId clinic, Treatment treatment);

    /** Takes it away for good, where nothing refers to it and nothing ever did; else archives it, whatever its version. */
    Removal remove(ClinicId clinic, TreatmentId treatment);
}
