package clinic.portal.persistence.login;

import clinic.portal.core.login.SecondFactors;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.StaffId;
import clinic.portal.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.util.Optional;

@Singleton
public class PostgresSecondFactors implements SecondFactors {
    /** Whoever spends a link shares this row until their session is there, to be seen and ended (PostgresLiveLinks). */
    private static final String WAIT_FOR_LOGINS =
            "select staff_id from staff where clinic_id = ? and staff_id = ? for no key update";

    private final Sql sql;

    public PostgresSecondFactors(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Factor> find(ClinicId clinic, StaffId member) {
        return sql.first(
                row -> new Factor(row.bytes("sealed"), row.flag("confirmed")), """
                select sealed, confirmed_at is not null as confirmed from second_factors
                where clinic_id = ? and staff_id = ?""", clinic.value(), member.value());
    }

    @Override
    public boolean requiredAt(ClinicId clinic) {
        return sql.first(
                        row -> row.flag("second_factor_required"),
                        "select second_factor_required from clinics where clinic_id = ?",
                        clinic.value())
                .orElse(false);
    }

    @Override
    public boolean begin(ClinicId clinic, StaffId member, byte[] sealed) {
        return sql.update("""
                        insert into second_factors as f (clinic_id, staff_id, sealed) values (?, ?, ?)
                        on conflict (clinic_id, staff_id) do update
                        set sealed = excluded.sealed, begun_at = clock_timestamp()
                        where f.confirmed_at is null""", clinic.value(), member.value(), sealed) == 1;
    }

    @Override
    public boolean confirm(ClinicId clinic, StaffId member, long step, byte[] sealed) {
        sql.list(row -> true, WAIT_FOR_LOGINS, clinic.value(), member.value());
        return sql.update("""
                        update second_factors set confirmed_at = clock_timestamp(), last_step = ?
                        where clinic_id = ? and staff_id = ? and confirmed_at is null and sealed = ?""", step, clinic.value(), member.value(), sealed) == 1;
    }

    @Override
    public boolean useStep(ClinicId clinic, StaffId member, long step, byte[] sealed) {
        return sql.update("""
                        update second_factors set last_step = ?, sealed = ?
                        where clinic_id = ? and staff_id = ? and confirmed_at is not null and last_step < ?""", step, sealed, clinic.value(), member.value(), step) == 1;
    }

    @Override
    public boolean remove(ClinicId clinic, StaffId member) {
        return sql.update(
                        "delete from second_factors where clinic_id = ? and staff_id = ?",
                        clinic.value(),
                        member.value())
                == 1;
    }
}
