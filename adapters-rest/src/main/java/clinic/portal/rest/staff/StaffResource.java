package clinic.portal.rest.staff;

import clinic.portal.core.shared.Role;
import clinic.portal.core.staff.Workplace;
import clinic.portal.rest.api.StaffApi;
import clinic.portal.rest.api.model.SecondFactorState;
import clinic.portal.rest.api.model.StaffMe;
import clinic.portal.rest.api.model.StaffRole;
import clinic.portal.rest.login.Caller;
import io.smallrye.common.annotation.RunOnVirtualThread;

@RunOnVirtualThread
public class StaffResource implements StaffApi {
    private final Workplace workplace;
    private final Caller caller;

    StaffResource(Workplace workplace, Caller caller) {
        this.workplace = workplace;
        this.caller = caller;
    }

    @Override
    public StaffMe getStaffMe() {
        return toDto(workplace.show(caller.member()));
    }

    public static StaffRole toDto(Role role) {
        return switch (role) {
            case OWNER -> StaffRole.OWNER;
            case MANAGER -> StaffRole.MANAGER;
            case PRACTITIONER -> StaffRole.PRACTITIONER;
            case RECEPTIONIST -> StaffRole.RECEPTIONIST;
        };
    }

    static Role read(StaffRole role) {
        return switch (role) {
            case OWNER -> Role.OWNER;
            case MANAGER -> Role.MANAGER;
            case PRACTITIONER -> Role.PRACTITIONER;
            case RECEPTIONIST -> Role.RECEPTIONIST;
        };
    }

    private static StaffMe toDto(Workplace.Badge badge) {
        var member = badge.member();
        return new StaffMe(
                member.id().value(),
                member.name(),
                member.email().value(),
                toDto(member.role()),
                TeamResource.practitioner(member),
                new SecondFactorState(member.secondFactor(), badge.factorRequired()),
                new clinic.portal.rest.api.model.Workplace(
                        badge.clinic().name(), badge.clinic().slug().value()));
    }
}
