package clinic.portal.persistence.calendar;

import clinic.portal.core.calendar.Booked;
import clinic.portal.core.calendar.BookedAhead;
import clinic.portal.core.catalogue.PractitionerId;
import clinic.portal.core.catalogue.TreatmentId;
import clinic.portal.core.shared.AppointmentId;
import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.persistence.shared.Row;
import clinic.portal.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** No appointment is longer than a day: what is not over yet began less than a day ago, which the indexes find. */
@Singleton
public class PostgresBookedAhead implements BookedAhead {
    private static final String AHEAD = """
            select a.appointment_id, a.client_id, c.name as client_name, a.treatment_id, t.name as treatment_name,
                   a.practitioner_id, p.name as practitioner_name, a.starts_at, a.ends_at, k.zone
            from clinics k
            join practitioners p on p.clinic_id = k.clinic_id
            join appointments a on a.clinic_id = p.clinic_id and a.practitioner_id = p.practitioner_id
            join treatments t on t.clinic_id = a.clinic_id and t.treatment_id = a.treatment_id
            join clients c on c.clinic_id = a.clinic_id and c.client_id = a.client_id
            where k.clinic_id = ? and a.starts_at > ?::timestamptz - interval '24 hours' and a.ends_at > ?
              and a.status in ('booked', 'arrived')
            """;
    private static final String ORDER = "order by a.starts_at, a.appointment_id";
    private static final String OF_ONE = AHEAD + "and p.practitioner_id = ?\n" + ORDER;
    private static final String OF_ONE_BETWEEN =
            AHEAD + "and p.practitioner_id = ? and a.ends_at > ? and a.starts_at < ?\n" + ORDER;
    private static final String ON_DAYS = AHEAD + """
            and a.ends_at > ?::date::timestamp at time zone k.zone
            and a.starts_at < (?::date + 1)::timestamp at time zone k.zone
            """ + ORDER;

    private final Sql sql;

    public PostgresBookedAhead(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<Booked> with(ClinicId clinic, PractitionerId practitioner, Instant now) {
        return sql.list(PostgresBookedAhead::booked, OF_ONE, clinic.value(), now, now, practitioner.value());
    }

    @Override
    public List<Booked> with(ClinicId clinic, PractitionerId practitioner, Instant from, Instant to, Instant now) {
        return sql.list(
                PostgresBookedAhead::booked, OF_ONE_BETWEEN, clinic.value(), now, now, practitioner.value(), from, to);
    }

    @Override
    public List<Booked> on(ClinicId clinic, LocalDate from, LocalDate to, Instant now) {
        return sql.list(PostgresBookedAhead::booked, ON_DAYS, clinic.value(), now, now, from, to);
    }

    private static Booked booked(Row row) throws SQLException {
        return new Booked(
                new AppointmentId(row.uuid("appointment_id")),
                new ClientId(row.uuid("client_id")),
                row.text("client_name"),
                new TreatmentId(row.uuid("treatment_id")),
                row.text("treatment_name"),
                new PractitionerId(row.uuid("practitioner_id")),
                row.text("practitioner_name"),
                row.instant("starts_at"),
                row.instant("ends_at"),
                ZoneId.of(row.text("zone")));
    }
}
