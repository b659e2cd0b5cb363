package clinic.portal.core.clinic;

import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.NoSuchThing;
import clinic.portal.core.shared.Viewer;
import java.util.Optional;

/** What is seen of a clinic's portal before anything else of it. */
public class PortalFront {
    private final Clinics clinics;

    public PortalFront(Clinics clinics) {
        this.clinics = clinics;
    }

    /** @throws NoSuchThing while the portal is off */
    public Clinic show(ClinicId clinic) {
        return clinics.find(clinic).filter(Clinic::portalOn).orElseThrow(NoSuchThing::new);
    }

    /**
     * The same, for somebody who is in already.
     *
     * @throws NoSuchThing while the portal is off, except in a preview: that is when staff look
     */
    public Clinic show(Viewer.Client viewer) {
        return clinics.find(viewer.clinic())
                .filter(clinic -> clinic.portalOn() || viewer.preview())
                .orElseThrow(NoSuchThing::new);
    }

    /** By which slug the portal is found now; nothing while it is off. */
    public Optional<Slug> address(ClinicId clinic) {
        return clinics.find(clinic).filter(Clinic::portalOn).map(Clinic::slug);
    }
}
