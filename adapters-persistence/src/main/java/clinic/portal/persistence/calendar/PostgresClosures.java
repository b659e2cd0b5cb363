package clinic.portal.persistence.calendar;

import clinic.portal.core.calendar.Closure;
import clinic.portal.core.calendar.Closures;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.Cursor;
import clinic.portal.core.shared.Page;
import clinic.portal.core.shared.PageRequest;
import clinic.portal.persistence.shared.Paging;
import clinic.portal.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

@Singleton
public class PostgresClosures implements Closures {
    private final Sql sql;

    public PostgresClosures(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Page<Closure> list(ClinicId clinic, Instant now, PageRequest page) {
        var from = Paging.after(page, Instant.EPOCH);
        var rows = sql.list(
                row -> new Closure(
                        new Closure.Id(row.uuid("closure_id")),
                        row.date("first_day"),
                        row.date("last_day"),
                        row.textOrNull("reason")),
                """
                select c.closure_id, c.first_day, c.last_day, c.reason
                from closures c join clinics k on k.clinic_id = c.clinic_id
                where c.clinic_id = ? and c.last_day >= (? at time zone k.zone)::date
                  and (c.first_day, c.closure_id) > (?, ?)
                order by c.first_day, c.closure_id limit ?""",
                clinic.value(),
                now,
                LocalDate.ofInstant(from.at(), ZoneOffset.UTC),
                from.id(),
                Paging.rows(page));
        return Page.cut(
                rows,
                page,
                each -> new Cursor(
                        each.from().atStartOfDay(ZoneOffset.UTC).toInstant(),
                        each.id().value()));
    }

    @Override
    public void add(ClinicId clinic, Closure closure) {
        sql.update(
                "insert into closures (clinic_id, closure_id, first_day, last_day, reason) values (?, ?, ?, ?, ?)",
                clinic.value(),
                closure.id().value(),
                closure.from(),
                closure.to(),
                closure.reason());
    }

    @Override
    public boolean remove(ClinicId clinic, Closure.Id id) {
        return sql.update("delete from closures where clinic_id = ? and closure_id = ?", clinic.value(), id.value())
                == 1;
    }
}
