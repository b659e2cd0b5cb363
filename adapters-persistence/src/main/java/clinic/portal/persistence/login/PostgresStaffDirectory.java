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
                select distinct clinic_id from staff_directory
                where address = sha256(convert_to(?, 'UTF8')) order by clinic_id""", address.value());
    }
}
