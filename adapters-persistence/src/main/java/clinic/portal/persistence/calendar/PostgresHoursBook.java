package clinic.portal.persistence.calendar;

import clinic.portal.core.calendar.HoursBook;
import clinic.portal.core.calendar.WorkingHours;
import clinic.portal.core.catalogue.PractitionerId;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.Optional;

@Singleton
public class PostgresHoursBook implements HoursBook {
    private final Sql sql;

    public PostgresHoursBook(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Versioned> find(ClinicId clinic, PractitionerId practitioner) {
        return sql.first(
                row -> new Versioned(
                        HoursJson.read(row.text("weekly_hours"), row.textOrNull("overrides")),
                        row.integer("hours_version"),
                        ZoneId.of(row.text("zone"))),
                """
                select p.weekly_hours, p.hours_version, k.zone,
                       (select json_agg(json_build_object('day', w.day, 'spans', w.spans) order by w.day)
                        from working_overrides w
                        where w.clinic_id = p.clinic_id and w.practitioner_id = p.practitioner_id) as overrides
                from practitioners p
                join clinics k on k.clinic_id = p.clinic_id
                where p.clinic_id = ? and p.practitioner_id = ?""",
                clinic.value(),
                practitioner.value());
    }

    @Override
    public boolean replace(ClinicId clinic, PractitionerId practitioner, int version, WorkingHours hours) {
        int written = sql.update("""
                update practitioners set weekly_hours = ?::jsonb, hours_version = hours_version + 1
                where clinic_id = ? and practitioner_id = ? and hours_version = ?""", HoursJson.weekly(hours), clinic.value(), practitioner.value(), version);
        if (written == 1) {
            sql.update(
                    "delete from working_overrides where clinic_id = ? and practitioner_id = ?",
                    clinic.value(),
                    practitioner.value());
            sql.update("""
                    insert into working_overrides (clinic_id, practitioner_id, day, spans)
                    select ?, ?, day, spans from jsonb_to_recordset(?::jsonb) as given (day date, spans jsonb)""", clinic.value(), practitioner.value(), HoursJson.overrides(hours));
        }
        return written == 1;
    }
}
