package clinic.portal.core.fakes;

import clinic.portal.core.clinic.Clinic;
import clinic.portal.core.clinic.ClinicRegister;
import clinic.portal.core.shared.ClinicId;

/** Enters clinics where the other fakes find them. */
public final class InMemoryClinicRegister implements ClinicRegister {
    private final InMemoryClinics clinics;

    public InMemoryClinicRegister(InMemoryClinics clinics) {
        this.clinics = clinics;
    }

    @Override
    public synchronized boolean enter(ClinicId id, Clinic clinic) {
        if (clinics.find(clinic.slug()).isPresent()) {
            return false;
        }
        clinics.put(clinic);
        return true;
    }
}
