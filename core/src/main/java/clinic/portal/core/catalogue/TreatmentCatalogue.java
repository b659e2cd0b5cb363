package clinic.portal.core.catalogue;

import clinic.portal.core.catalogue.Treatment.Plan;
import clinic.portal.core.clinic.Clinics;
import clinic.portal.core.shared.Ids;
import clinic.portal.core.shared.Invalid;
import clinic.portal.core.shared.Invalid.Violation;
import clinic.portal.core.shared.NoSuchThing;
import clinic.portal.core.shared.Outdated;
import clinic.portal.core.shared.Page;
import clinic.portal.core.shared.PageRequest;
import clinic.portal.core.shared.Right;
import clinic.portal.core.shared.Viewer;
import java.util.ArrayList;

/** What the clinic offers, as its staff keep it. */
public class TreatmentCatalogue {
    private final Treatments treatments;
    private final Practitioners practitioners;
    private final Clinics clinics;
    private final Ids ids;

    public TreatmentCatalogue(Treatments treatments, Practitioners practitioners, Clinics clinics, Ids ids) {
        this.treatments = treatments;
        this.practitioners = practitioners;
        this.clinics = clinics;
        this.ids = ids;
    }

    public Page<Treatment> list(Viewer.Staff viewer, Shelf shelf, PageRequest page) {
        return treatments.list(viewer.may(Right.CATALOGUE_READ).clinic(), shelf, page);
    }

    public Treatment show(Viewer.Staff viewer, TreatmentId id) {
        return find(viewer.may(Right.CATALOGUE_READ), id);
    }

    /** @throws Invalid where the plan names what is not the clinic's */
    public Treatment create(Viewer.Staff viewer, Plan plan) {
        var treatment = new Treatment(new TreatmentId(ids.next()), plan, 0);
        check(viewer.may(Right.CATALOGUE_WRITE), treatment);
        treatments.add(viewer.clinic(), treatment);
        return treatment;
    }

    /**
     * What is booked already stays as it was booked.
     *
     * @param version the one that the caller has read
     * @throws Outdated where it is no longer that
     * @throws Invalid where the plan names what is not the clinic's
     */
    public Treatment replace(Viewer.Staff viewer, TreatmentId id, int version, Plan plan) {
        var changed = new Treatment(find(viewer.may(Right.CATALOGUE_WRITE), id).id(), plan, version + 1);
        check(viewer, changed);
        write(viewer, changed);
        return changed;
    }

    public Removal remove(Viewer.Staff viewer, TreatmentId id) {
        return treatments.remove(
                viewer.clinic(), find(viewer.may(Right.CATALOGUE_WRITE), id).id());
    }

    private Treatment find(Viewer.Staff viewer, TreatmentId id) {
        return treatments.find(viewer.clinic(), id).orElseThrow(NoSuchThing::new);
    }

    private void write(Viewer.Staff viewer, Treatment changed) {
        if (!treatments.replace(viewer.clinic(), changed)) {
            throw new Outdated();
        }
    }

    private void check(Viewer.Staff viewer, Treatment treatment) {
        var wrong = new ArrayList<Violation>();
        Plan plan = treatment.plan();
        var currency =
                clinics.find(viewer.clinic()).orElseThrow(NoSuchThing::new).currency();
        if (!plan.price().currency().equals(currency)) {
            wrong.add(
                    new Violation("/price/currency", "wrong_currency", "The clinic's prices are in another currency."));
        }
        if (!practitioners.known(viewer.clinic(), plan.practitioners()).containsAll(plan.practitioners())) {
            wrong.add(
                    new Violation("/practitionerIds", "unknown", "Not all of these are practitioners of the clinic."));
        }
        var before = plan.onlyAfter();
        if (before != null
                && (before.equals(treatment.id())
                        || treatments.find(viewer.clinic(), before).isEmpty())) {
            wrong.add(
                    new Violation("/onlyAfterTreatmentId", "unknown", "This is not another treatment of the clinic."));
        }
        if (!wrong.isEmpty()) {
            throw new Invalid(wrong);
        }
    }
}
