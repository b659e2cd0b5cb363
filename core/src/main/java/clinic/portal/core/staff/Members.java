package clinic.portal.core.staff;

import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.Page;
import clinic.portal.core.shared.PageRequest;
import clinic.portal.core.shared.StaffId;
import clinic.portal.core.staff.Member.Plan;
import java.util.Optional;
import java.util.Set;

/** Who works at a clinic, and who did. */
public interface Members {
    /** Those who have left, too. */
    Optional<Member> find(ClinicId clinic, StaffId member);

    /** By name; either those who work there, or those who have left. */
    Page<Member> list(ClinicId clinic, boolean left, PageRequest page);

    /** Keeps everybody else from changing the clinic's team until the transaction ends. What was read before may be stale. */
    void lockTeam(ClinicId clinic);

    /** What others who work there have already. */
    Set<Taken> taken(ClinicId clinic, StaffId besides, Plan plan);

    /** How many owners work there. */
    int owners(ClinicId clinic);

    void add(ClinicId clinic, Member member);

    /** Writes plan and leaving where the version is still {@code member.version() - 1}; false where it is not. */
    boolean replace(ClinicId clinic, Member member);

    /** What no two who work at one clinic have. */
    enum Taken {
        EMAIL,
        PHONE,
        PRACTITIONER
    }
}
