package clinic.portal.core.catalogue;

import clinic.portal.core.catalogue.Practitioner.Plan;
import clinic.portal.core.shared.Ids;
import clinic.portal.core.shared.Invalid;
import clinic.portal.core.shared.Invalid.Violation;
import clinic.portal.core.shared.NoSuchThing;
import clinic.portal.core.shared.Outdated;
import clinic.portal.core.shared.Page;
import clinic.portal.core.shared.PageRequest;
import clinic.portal.core.shared.Right;
import clinic.portal.core.shared.Viewer;
import java.util.List;

/** Who treats clients, as the clinic keeps it. */
public class PractitionerRoster {
    private final Practitioners practitioners;
    private final Ids ids;

    public PractitionerRoster(Practitioners practitioners, Ids ids) {
        this.practitioners = practitioners;
        this.ids = ids;
    }

    public Page<Practitioner> list(Viewer.Staff viewer, Shelf shelf, PageRequest page) {
        return practitioners.list(viewer.may(Right.CATALOGUE_READ).clinic(), shelf, page);
    }

    public Practitioner show(Viewer.Staff viewer, PractitionerId id) {
        return find(viewer.may(Right.CATALOGUE_READ), id);
    }

    public Practitioner create(Viewer.Staff viewer, Plan plan) {
        var practitioner = new Practitioner(new PractitionerId(ids.next()), plan, 0);
        practitioners.add(viewer.may(Right.CATALOGUE_WRITE).clinic(), practitioner);
        return practitioner;
    }

    /**
     * @param version the one that the caller has read
     * @throws Outdated where it is no longer that
     * @throws Invalid where it would take somebody out of the team: whom that leaves without a practitioner is told to
     *     those who remove them
     */
    public Practitioner replace(Viewer.Staff viewer, PractitionerId id, int version, Plan plan) {
        Practitioner before = find(viewer.may(Right.CATALOGUE_WRITE), id);
        if (plan.archived() && !before.plan().archived()) {
            throw new Invalid(List.of(new Violation(
                    "/archived",
                    "remove_instead",
                    "Remove the practitioner instead; the answer names their appointments.")));
        }
        var changed = new Practitioner(id, plan, version + 1);
        if (!practitioners.replace(viewer.clinic(), changed)) {
            throw new Outdated();
        }
        return changed;
    }

    private Practitioner find(Viewer.Staff viewer, PractitionerId id) {
        return practitioners.find(viewer.clinic(), id).orElseThrow(NoSuchThing::new);
    }
}
