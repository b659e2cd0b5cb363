package clinic.portal.persistence.login;

import clinic.portal.core.login.StaffDirectory;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.EmailAddress;
import clinic.portal.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.util.List;

@Singleton
public class PostgresStaffDirectory implements StaffDirectory {
    private final Sql sql;

    public PostgresStaffDirectory(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<ClinicId> clinicsOf(EmailAddress address) {
        return sql.list(row -> new ClinicId(row.uuid("clinic_id")), """
                select clinic_id from clinics_of_staff(sha256(convert_to(?, 'UTF8'))) as found (clinic_id)
                order by clinic_id""", address.value());
    }
}
