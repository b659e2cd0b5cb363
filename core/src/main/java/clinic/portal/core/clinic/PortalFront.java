package clinic.portal.core.clinic;

import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.NoSuchThing;

/** What anybody sees of a clinic's portal before logging in. */
public class PortalFront {
    private final Clinics clinics;

    public PortalFront(Clinics clinics) {
        this.clinics = clinics;
    }

    /** @throws NoSuchThing while the portal is off */
    public Clinic show(ClinicId clinic) {
        return clinics.find(clinic).filter(Clinic::portalOn).orElseThrow(NoSuchThing::new);
    }
}
