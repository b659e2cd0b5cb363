package clinic.portal.core.clinic;

import clinic.portal.core.shared.ClinicId;
import java.util.Optional;

public interface Clinics {
    Optional<Clinic> find(ClinicId clinic);
}
