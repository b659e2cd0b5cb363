package clinic.portal.core.staff;

import clinic.portal.core.clinic.Clinic;
import clinic.portal.core.clinic.Clinics;
import clinic.portal.core.shared.NoSuchThing;
import clinic.portal.core.shared.Viewer;

/** Who a member of staff is, and where. */
public class Workplace {
    private final Members members;
    private final Clinics clinics;

    public Workplace(Members members, Clinics clinics) {
        this.members = members;
        this.clinics = clinics;
    }

    public Badge show(Viewer.Member viewer) {
        return new Badge(
                members.find(viewer.clinic(), viewer.member()).orElseThrow(NoSuchThing::new),
                clinics.find(viewer.clinic()).orElseThrow(NoSuchThing::new));
    }

    public record Badge(Member member, Clinic clinic) {}
}
