package clinic.portal.persistence.login;

import clinic.portal.core.login.RecoveryCodes;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.StaffId;
import clinic.portal.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.util.List;

@Singleton
public class PostgresRecoveryCodes implements RecoveryCodes {
    private final Sql sql;

    public PostgresRecoveryCodes(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void replace(ClinicId clinic, StaffId member, List<byte[]> hashes) {
        // Or of two who ask at once, each would leave the other's codes standing.
        sql.list(
                row -> true,
                "select from second_factors where clinic_id = ? and staff_id = ? for update",
                clinic.value(),
                member.value());
        sql.update("delete from recovery_codes where clinic_id = ? and staff_id = ?", clinic.value(), member.value());
        for (byte[] hash : hashes) {
            sql.update("""
                    insert into recovery_codes (clinic_id, staff_id, hash)
                    select clinic_id, staff_id, ? from second_factors
                    where clinic_id = ? and staff_id = ?""", hash, clinic.value(), member.value());
        }
    }

    @Override
    public boolean use(ClinicId clinic, StaffId member, byte[] hash) {
        return sql.update(
                        "delete from recovery_codes where clinic_id = ? and staff_id = ? and hash = ?",
                        clinic.value(),
                        member.value(),
                        hash)
                == 1;
    }
}
