package clinic.portal.persistence.packages;

import clinic.portal.core.packages.PackageId;
import clinic.portal.core.packages.PackageList;
import clinic.portal.core.packages.PackageView;
import clinic.portal.core.packages.PackageView.Covered;
import clinic.portal.core.packages.PackageView.Sessions;
import clinic.portal.core.shared.Page;
import clinic.portal.core.shared.PageRequest;
import clinic.portal.core.shared.Viewer;
import clinic.portal.persistence.shared.Paging;
import clinic.portal.persistence.shared.Row;
import clinic.portal.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.stream.IntStream;

@Singleton
public class PostgresPackageList implements PackageList {
    private final Sql sql;

    public PostgresPackageList(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Page<PackageView> of(Viewer.Client viewer, PageRequest page) {
        var from = Paging.before(page);
        var rows = sql.list(
                PostgresPackageList::view,
                """
                select b.package_id, b.name, b.bought_at, b.expires_on, k.zone,
                       s.total, s.used, s.reserved, c.treatment_ids, c.treatment_names
                from client_packages b
                join clinics k on k.clinic_id = b.clinic_id
                cross join lateral (
                    select count(*) as total,
                           count(*) filter (where used_at is not null) as used,
                           count(*) filter (
                               where used_at is null and reserved_at is not null and returned_at is null) as reserved
                    from package_sessions
                    where clinic_id = b.clinic_id and package_id = b.package_id) s
                cross join lateral (
                    select coalesce(array_agg(t.treatment_id order by t.name, t.treatment_id), '{}') as treatment_ids,
                           coalesce(array_agg(t.name order by t.name, t.treatment_id), '{}') as treatment_names
                    from package_treatments g
                    join treatments t on t.clinic_id = g.clinic_id and t.treatment_id = g.treatment_id
                    where g.clinic_id = b.clinic_id and g.package_id = b.package_id) c
                where b.clinic_id = ? and b.client_id = ? and (b.bought_at, b.package_id) < (?, ?)
                order by b.bought_at desc, b.package_id desc limit ?""",
                viewer.clinic().value(),
                viewer.client().value(),
                from.at(),
                from.id(),
                Paging.rows(page));
        return Page.cut(rows, page, PackageView::cursor);
    }

    private static PackageView view(Row row) throws SQLException {
        var ids = row.uuids("treatment_ids");
        var names = row.texts("treatment_names");
        return new PackageView(
                new PackageId(row.uuid("package_id")),
                row.text("name"),
                IntStream.range(0, ids.size())
                        .mapToObj(i -> new Covered(ids.get(i), names.get(i)))
                        .toList(),
                new Sessions(row.integer("total"), row.integer("used"), row.integer("reserved")),
                row.instant("bought_at"),
                row.dateOrNull("expires_on"),
                ZoneId.of(row.text("zone")));
    }
}
