package clinic.portal.persistence.staff;

import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.StaffId;
import clinic.portal.core.staff.Member;
import clinic.portal.core.staff.Members;
import jakarta.inject.Singleton;
import java.util.Optional;

@Singleton
public class PostgresMembers implements Members {
    @Override
    public Optional<Member> find(ClinicId clinic, StaffId member) {
        return StaffRow.<StaffRow>findByIdOptional(new StaffRow.Key(clinic.value(), member.value()))
                .filter(row -> row.leftAt == null)
                .map(StaffRow::toDomain);
    }
}
