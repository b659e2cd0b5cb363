package clinic.portal.persistence.audit;

import clinic.portal.core.audit.Actor;
import clinic.portal.core.audit.AuditLog;
import clinic.portal.core.audit.Deed;
import clinic.portal.core.shared.ApiKeyId;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.Cursor;
import clinic.portal.core.shared.Page;
import clinic.portal.core.shared.PageRequest;
import clinic.portal.core.shared.StaffId;
import clinic.portal.persistence.shared.Paging;
import clinic.portal.persistence.shared.Row;
import clinic.portal.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Singleton
public class PostgresAuditLog implements AuditLog {
    private static final String SELECT = """
            select l.entry_id, l.at, l.staff_id, l.key_id, coalesce(m.name, k.name) as name, l.operation, l.subject_id,
                   l.refused_as, l.address, l.request_id
            from audit_log l
            left join staff m on m.clinic_id = l.clinic_id and m.staff_id = l.staff_id
            left join api_keys k on k.clinic_id = l.clinic_id and k.key_id = l.key_id
            """;

    private static final String NARROWED = """
              and (?::text is null or l.operation = ?)
              and (?::boolean is null or (l.refused_as is not null) = ?)
              and (?::timestamptz is null or l.at >= ?)
              and (?::timestamptz is null or l.at < ?)
            order by l.at desc, l.entry_id desc
            limit ?""";

    private static final String ALL = SELECT + "where l.clinic_id = ? and (l.at, l.entry_id) < (?, ?)\n" + NARROWED;

    /** Statements of their own, here and below: only so is each read by its index, whatever else is asked for. */
    private static final String BY =
            SELECT + "where l.clinic_id = ? and (l.at, l.entry_id) < (?, ?) and coalesce(l.staff_id, l.key_id) = ?\n"
                    + NARROWED;

    private static final String ABOUT = SELECT + """
            where l.clinic_id = ? and (l.at, l.entry_id) < (?, ?)
              and l.subject_id = any (array(
                  select ?::uuid
                  union all
                  select a.appointment_id from appointments a where a.clinic_id = ? and a.client_id = ?))
              and (?::uuid is null or coalesce(l.staff_id, l.key_id) = ?)
            """ + NARROWED;

    private final Sql sql;

    public PostgresAuditLog(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(ClinicId clinic, Line line) {
        Deed deed = line.deed();
        sql.update(
                """
                insert into audit_log
                    (clinic_id, entry_id, staff_id, key_id, operation, subject_id, refused_as, address, request_id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                clinic.value(),
                line.id(),
                line.actor() instanceof Actor.OfStaff member ? member.id() : null,
                line.actor() instanceof Actor.OfProgram program ? program.id() : null,
                deed.operation(),
                deed.subject(),
                line.refusedAs(),
                deed.address(),
                deed.request());
    }

    @Override
    public Page<Entry> list(ClinicId clinic, Filter filter, PageRequest page) {
        Cursor before = Paging.before(page);
        UUID about = filter.about();
        UUID actor = filter.actor();
        List<Entry> found;
        if (about != null) {
            found = sql.list(
                    PostgresAuditLog::entry,
                    ABOUT,
                    with(
                            filter,
                            page,
                            clinic.value(),
                            before.at(),
                            before.id(),
                            about,
                            clinic.value(),
                            about,
                            actor,
                            actor));
        } else if (actor != null) {
            found = sql.list(
                    PostgresAuditLog::entry, BY, with(filter, page, clinic.value(), before.at(), before.id(), actor));
        } else {
            found = sql.list(
                    PostgresAuditLog::entry, ALL, with(filter, page, clinic.value(), before.at(), before.id()));
        }
        return Page.cut(found, page, Entry::cursor);
    }

    private static @Nullable Object[] with(Filter filter, PageRequest page, @Nullable Object... first) {
        @Nullable
        Object[] rest = {
            filter.operation(), filter.operation(),
            filter.refused(), filter.refused(),
            filter.from(), filter.from(),
            filter.to(), filter.to(),
            Paging.rows(page)
        };
        @Nullable Object[] all = Arrays.copyOf(first, first.length + rest.length);
        System.arraycopy(rest, 0, all, first.length, rest.length);
        return all;
    }

    private static Entry entry(Row row) throws SQLException {
        Actor actor = row.has("staff_id")
                ? new Actor.OfStaff(new StaffId(row.uuid("staff_id")))
                : new Actor.OfProgram(new ApiKeyId(row.uuid("key_id")));
        var deed = new Deed(
                row.text("operation"), row.uuidOrNull("subject_id"), row.text("address"), row.text("request_id"));
        return new Entry(
                new Line(row.uuid("entry_id"), actor, deed, row.textOrNull("refused_as")),
                row.instant("at"),
                row.text("name"));
    }
}
