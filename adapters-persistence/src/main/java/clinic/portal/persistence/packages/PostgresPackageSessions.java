package clinic.portal.persistence.packages;

import clinic.portal.core.catalogue.TreatmentId;
import clinic.portal.core.packages.PackageId;
import clinic.portal.core.packages.PackageSessions;
import clinic.portal.core.shared.AppointmentId;
import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.persistence.shared.Sql;
import jakarta.inject.Singleton;

@Singleton
public class PostgresPackageSessions implements PackageSessions {
    private final Sql sql;

    public PostgresPackageSessions(Sql sql) {
        this.sql = sql;
    }

    /**
     * Whoever comes second waits for the first free session; should that be gone then, the next is looked at. It does not
     * skip what is being reserved: that may be undone, and then the last session was free after all.
     */
    @Override
    public boolean reserve(
            ClinicId clinic, ClientId client, PackageId pack, TreatmentId treatment, AppointmentId appointment) {
        return sql.update(
                        """
                        update package_sessions s
                        set appointment_id = ?, reserved_at = clock_timestamp(), returned_at = null
                        where s.clinic_id = ? and s.package_id = ? and s.session_no = (
                            select f.session_no
                            from package_sessions f
                            join client_packages b on b.clinic_id = f.clinic_id and b.package_id = f.package_id
                            join clinics k on k.clinic_id = b.clinic_id
                            where f.clinic_id = ? and f.package_id = ? and b.client_id = ?
                              and (b.expires_on is null
                                   or b.expires_on >= (clock_timestamp() at time zone k.zone)::date)
                              and exists (select from package_treatments g
                                          where g.clinic_id = b.clinic_id and g.package_id = b.package_id
                                            and g.treatment_id = ?)
                              and f.used_at is null and (f.reserved_at is null or f.returned_at is not null)
                            order by f.session_no limit 1
                            for update of f)""",
                        appointment.value(),
                        clinic.value(),
                        pack.value(),
                        clinic.value(),
                        pack.value(),
                        client.value(),
                        treatment.value())
                == 1;
    }

    @Override
    public void use(ClinicId clinic, AppointmentId appointment) {
        sql.update("""
                update package_sessions set used_at = clock_timestamp()
                where clinic_id = ? and appointment_id = ? and used_at is null and returned_at is null""", clinic.value(), appointment.value());
    }

    @Override
    public void unuse(ClinicId clinic, AppointmentId appointment) {
        sql.update(
                "update package_sessions set used_at = null where clinic_id = ? and appointment_id = ? and used_at is not null",
                clinic.value(),
                appointment.value());
    }

    @Override
    public void giveBack(ClinicId clinic, AppointmentId appointment) {
        sql.update("""
                update package_sessions set returned_at = clock_timestamp()
                where clinic_id = ? and appointment_id = ? and used_at is null and returned_at is null""", clinic.value(), appointment.value());
    }
}
