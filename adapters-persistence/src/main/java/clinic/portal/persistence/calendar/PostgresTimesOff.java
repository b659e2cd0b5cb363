package clinic.portal.persistence.calendar;

import clinic.portal.core.calendar.TimeOff;
import clinic.portal.core.calendar.TimesOff;
import clinic.portal.core.catalogue.PractitionerId;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.Cursor;
import clinic.portal.core.shared.Page;
import clinic.portal.core.shared.PageRequest;
import clinic.portal.persistence.shared.Paging;
import clinic.portal.persistence.shared.Row;
import clinic.portal.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;

/** Callers have stopped booking at the clinic, so what is free does not change between the statements. */
@Singleton
public class PostgresTimesOff implements TimesOff {
    private final Sql sql;

    public PostgresTimesOff(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Page<TimeOff> list(ClinicId clinic, PractitionerId practitioner, Instant now, PageRequest page) {
        var from = Paging.after(page, Instant.EPOCH);
        var rows = sql.list(
                PostgresTimesOff::timeOff,
                """
                select f.time_off_id, f.practitioner_id, f.starts_at, f.ends_at, f.reason, k.zone
                from time_off f join clinics k on k.clinic_id = f.clinic_id
                where f.clinic_id = ? and f.practitioner_id = ? and f.ends_at > ?
                  and (f.starts_at, f.time_off_id) > (?, ?)
                order by f.starts_at, f.time_off_id limit ?""",
                clinic.value(),
                practitioner.value(),
                now,
                from.at(),
                from.id(),
                Paging.rows(page));
        return Page.cut(
                rows, page, each -> new Cursor(each.startsAt(), each.id().value()));
    }

    @Override
    public void add(ClinicId clinic, TimeOff timeOff) {
        var practitioner = timeOff.practitioner().value();
        sql.update("""
                delete from holds
                where clinic_id = ? and hold_id in (
                    select hold_id from occupied_time
                    where clinic_id = ? and resource_id = ? and hold_id is not null
                      and starts_at < ? and ends_at > ?)""", clinic.value(), clinic.value(), practitioner, timeOff.endsAt(), timeOff.startsAt());
        sql.update(
                """
                insert into time_off (clinic_id, time_off_id, practitioner_id, starts_at, ends_at, reason)
                values (?, ?, ?, ?, ?, ?)""",
                clinic.value(),
                timeOff.id().value(),
                practitioner,
                timeOff.startsAt(),
                timeOff.endsAt(),
                timeOff.reason());
        fill(clinic, timeOff);
    }

    /** What somebody overbooked or another time off of theirs wants of it becomes part of that one. */
    @Override
    public boolean remove(ClinicId clinic, PractitionerId practitioner, TimeOff.Id id) {
        var removed = sql.first(PostgresTimesOff::timeOff, """
                delete from time_off f using clinics k
                where f.clinic_id = ? and f.practitioner_id = ? and f.time_off_id = ? and k.clinic_id = f.clinic_id
                returning f.time_off_id, f.practitioner_id, f.starts_at, f.ends_at, f.reason, k.zone""", clinic.value(), practitioner.value(), id.value());
        removed.ifPresent(gone -> fill(clinic, gone));
        return removed.isPresent();
    }

    private void fill(ClinicId clinic, TimeOff range) {
        sql.list(
                row -> true,
                "select fill(?, ?, ?, ?)",
                clinic.value(),
                range.practitioner().value(),
                range.startsAt(),
                range.endsAt());
    }

    private static TimeOff timeOff(Row row) throws SQLException {
        return new TimeOff(
                new TimeOff.Id(row.uuid("time_off_id")),
                new PractitionerId(row.uuid("practitioner_id")),
                row.instant("starts_at"),
                row.instant("ends_at"),
                ZoneId.of(row.text("zone")),
                row.textOrNull("reason"));
    }
}
