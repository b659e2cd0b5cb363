package clinic.portal.persistence.calendar;

import clinic.portal.core.calendar.Visits;
import clinic.portal.core.catalogue.TreatmentId;
import clinic.portal.core.shared.AppointmentId;
import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.persistence.shared.BookingLocks;
import clinic.portal.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Singleton
public class PostgresVisits implements Visits {
    private final Sql sql;
    private final BookingLocks locks;

    public PostgresVisits(Sql sql, BookingLocks locks) {
        this.sql = sql;
        this.locks = locks;
    }

    @Override
    public boolean hasHad(ClinicId clinic, ClientId client, TreatmentId treatment) {
        return sql.first(row -> true, """
                        select from appointments
                        where clinic_id = ? and client_id = ? and treatment_id = ? and status = 'completed' limit 1""", clinic.value(), client.value(), treatment.value())
                .isPresent();
    }

    @Override
    public void alone(ClinicId clinic, ClientId client) {
        locks.client(clinic, client);
    }

    @Override
    public boolean isTheirs(ClinicId clinic, ClientId client, AppointmentId appointment) {
        return sql.first(
                        row -> true,
                        "select from appointments where clinic_id = ? and client_id = ? and appointment_id = ?",
                        clinic.value(),
                        client.value(),
                        appointment.value())
                .isPresent();
    }

    @Override
    public List<Instant> of(ClinicId clinic, ClientId client, TreatmentId treatment, @Nullable AppointmentId but) {
        return sql.list(
                row -> row.instant("starts_at"),
                """
                select starts_at from appointments
                where clinic_id = ? and client_id = ? and treatment_id = ?
                  and status in ('booked', 'arrived', 'completed') and appointment_id is distinct from ?::uuid
                order by starts_at""",
                clinic.value(),
                client.value(),
                treatment.value(),
                but == null ? null : but.value());
    }
}
