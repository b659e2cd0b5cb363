package clinic.portal.persistence.clinic;

import clinic.portal.core.clinic.Clinic;
import clinic.portal.core.clinic.Clinics;
import clinic.portal.core.shared.ClinicId;
import jakarta.inject.Singleton;
import java.util.Optional;

@Singleton
public class PostgresClinics implements Clinics {
    @Override
    public Optional<Clinic> find(ClinicId clinic) {
        return ClinicRow.<ClinicRow>findByIdOptional(clinic.value()).map(ClinicRow::toDomain);
    }
}
