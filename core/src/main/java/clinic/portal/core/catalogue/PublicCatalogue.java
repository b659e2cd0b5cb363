package clinic.portal.core.catalogue;

import clinic.portal.core.clinic.Clinics;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.NoSuchThing;
import clinic.portal.core.shared.Page;
import clinic.portal.core.shared.PageRequest;
import clinic.portal.core.shared.Viewer;
import org.jspecify.annotations.Nullable;

/** What anybody may see of what a clinic offers. */
public class PublicCatalogue {
    private final Clinics clinics;
    private final Treatments treatments;
    private final Practitioners practitioners;

    public PublicCatalogue(Clinics clinics, Treatments treatments, Practitioners practitioners) {
        this.clinics = clinics;
        this.treatments = treatments;
        this.practitioners = practitioners;
    }

    /** @throws NoSuchThing while the portal is off */
    public Page<Treatment> treatments(ClinicId clinic, PageRequest page) {
        requireOpen(clinic, false);
        return treatments.list(clinic, Shelf.PUBLIC, page);
    }

    /** The same, for somebody who is in already: a preview sees it while the portal is off. */
    public Page<Treatment> treatments(Viewer.Client viewer, PageRequest page) {
        requireOpen(viewer.clinic(), viewer.preview());
        return treatments.list(viewer.clinic(), Shelf.PUBLIC, page);
    }

    /**
     * @param treatment only who can do this one
     * @throws NoSuchThing while the portal is off
     */
    public Page<Practitioner> practitioners(ClinicId clinic, @Nullable TreatmentId treatment, PageRequest page) {
        requireOpen(clinic, false);
        return whoCanDo(clinic, treatment, page);
    }

    /** The same, for somebody who is in already: a preview sees it while the portal is off. */
    public Page<Practitioner> practitioners(Viewer.Client viewer, @Nullable TreatmentId treatment, PageRequest page) {
        requireOpen(viewer.clinic(), viewer.preview());
        return whoCanDo(viewer.clinic(), treatment, page);
    }

    private Page<Practitioner> whoCanDo(ClinicId clinic, @Nullable TreatmentId treatment, PageRequest page) {
        return treatment == null
                ? practitioners.list(clinic, Shelf.PUBLIC, page)
                : practitioners.whoCanDo(clinic, treatment, page);
    }

    private void requireOpen(ClinicId clinic, boolean preview) {
        if (clinics.find(clinic).filter(found -> found.portalOn() || preview).isEmpty()) {
            throw new NoSuchThing();
        }
    }
}
