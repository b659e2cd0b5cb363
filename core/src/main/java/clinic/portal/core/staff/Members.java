package clinic.portal.core.staff;

import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.StaffId;
import java.util.Optional;

public interface Members {
    /** Nothing for somebody who has left. */
    Optional<Member> find(ClinicId clinic, StaffId member);
}
