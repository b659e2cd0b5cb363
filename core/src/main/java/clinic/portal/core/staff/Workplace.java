package clinic.portal.core.staff;

import clinic.portal.core.clinic.Clinic;
import clinic.portal.core.clinic.Clinics;
import clinic.portal.core.login.SecondFactors;
import clinic.portal.core.shared.NoSuchThing;
import clinic.portal.core.shared.Viewer;

/** Who a member of staff is, and where. */
public class Workplace {
    private final Members members;
    private final Clinics clinics;
    private final SecondFactors factors;

    public Workplace(Members members, Clinics clinics, SecondFactors factors) {
        this.members = members;
        this.clinics = clinics;
        this.factors = factors;
    }

    public Badge show(Viewer.Member viewer) {
        return new Badge(
                members.find(viewer.clinic(), viewer.member())
                        .filter(member -> !member.hasLeft())
                        .orElseThrow(NoSuchThing::new),
                clinics.find(viewer.clinic()).orElseThrow(NoSuchThing::new),
                factors.requiredAt(viewer.clinic()));
    }

    /** @param factorRequired whether the clinic asks its staff for a second factor */
    public record Badge(Member member, Clinic clinic, boolean factorRequired) {}
}
