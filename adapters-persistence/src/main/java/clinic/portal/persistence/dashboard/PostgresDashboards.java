package clinic.portal.persistence.dashboard;

import clinic.portal.core.booking.AppointmentView;
import clinic.portal.core.clinic.Clinic;
import clinic.portal.core.dashboard.Dashboard;
import clinic.portal.core.dashboard.Dashboard.Tiles;
import clinic.portal.core.dashboard.Dashboards;
import clinic.portal.core.shared.Money;
import clinic.portal.core.shared.Viewer;
import clinic.portal.persistence.booking.AppointmentViews;
import clinic.portal.persistence.client.ClientRow;
import clinic.portal.persistence.clinic.ClinicRow;
import clinic.portal.persistence.shared.Row;
import clinic.portal.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The whole first page in one statement and one trip: a row for each upcoming appointment, or one without, and beside
 * each the client, the clinic and the tiles, which are the same in all of them. The conditions are those of the lists
 * behind the tiles; a test holds the two together.
 */
@Singleton
public class PostgresDashboards implements Dashboards {
    private static final String PAGE =
            "with head as materialized (select " + ClinicRow.COLUMNS + """
            , c.client_id, c.name as client_name, c.email as client_email, c.phone as client_phone,
                     now.at as as_of, (now.at at time zone k.zone)::date as today
              from clients c
              join clinics k on k.clinic_id = c.clinic_id
              cross join (select ?::timestamptz as at) now
              where c.clinic_id = ? and c.client_id = ? and c.erased_at is null)
            select head.*, money.*, courses.*, gifts.*, soon.*
            from head
            cross join lateral (
                select count(*) filter (where kind = 'payment') as payments,
                       coalesce(sum(case kind when 'payment' then -amount_minor else amount_minor end), 0) as owed_minor
                from ledger_entries
                where clinic_id = head.clinic_id and client_id = head.client_id) money
            cross join lateral (
                select count(*) as packages, coalesce(sum(free), 0) as package_sessions
                from (select count(*) filter (where s.used_at is null) as unused,
                             count(*) filter (
                                 where s.used_at is null and (s.reserved_at is null or s.returned_at is not null))
                                 as free
                      from client_packages b
                      join package_sessions s on s.clinic_id = b.clinic_id and s.package_id = b.package_id
                      where b.clinic_id = head.clinic_id and b.client_id = head.client_id
                        and (b.expires_on is null or b.expires_on >= head.today)
                      group by b.package_id) each_package
                where unused > 0) courses
            cross join lateral (
                select count(*) as vouchers, coalesce(sum(v.initial_minor - r.spent), 0) as voucher_minor
                from vouchers v
                cross join lateral (
                    select coalesce(sum(amount_minor), 0) as spent
                    from voucher_redemptions
                    where clinic_id = v.clinic_id and voucher_id = v.voucher_id) r
                where v.clinic_id = head.clinic_id and v.client_id = head.client_id
                  and (v.expires_on is null or v.expires_on >= head.today)
                  and v.initial_minor > r.spent) gifts
            left join lateral (
                select\s""" + AppointmentViews.COLUMNS + """
            , a.upcoming
                from (select *, count(*) over () as upcoming
                      from appointments
                      where clinic_id = head.clinic_id and client_id = head.client_id
                        and starts_at > head.as_of - interval '24 hours' and ends_at > head.as_of
                        and status in ('booked', 'arrived')
                      order by starts_at, appointment_id limit ?) a
                join treatments t on t.clinic_id = a.clinic_id and t.treatment_id = a.treatment_id
                join practitioners p on p.clinic_id = a.clinic_id and p.practitioner_id = a.practitioner_id
                ) soon on true
            order by soon.starts_at, soon.appointment_id""";

    private final Sql sql;

    public PostgresDashboards(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Dashboard> read(Viewer.Client viewer, Instant now, int upcoming) {
        var page = new Gathered(viewer, now);
        var lines = sql.list(
                page::add, PAGE, now, viewer.clinic().value(), viewer.client().value(), upcoming);
        return lines.stream().findFirst().map(first -> first.with(page.soon));
    }

    /** Reads what all rows share from the first of them only. */
    private static final class Gathered {
        private final Viewer.Client viewer;
        private final Instant now;
        private final List<AppointmentView> soon = new ArrayList<>();
        private @Nullable Head head;

        Gathered(Viewer.Client viewer, Instant now) {
            this.viewer = viewer;
            this.now = now;
        }

        Head add(Row row) throws SQLException {
            if (row.has("appointment_id")) {
                soon.add(AppointmentViews.read(row));
            }
            if (head == null) {
                head = head(row);
            }
            return head;
        }

        private Head head(Row row) throws SQLException {
            Clinic clinic = ClinicRow.read(row);
            var tiles = new Tiles(
                    row.integer("upcoming"),
                    row.integer("payments"),
                    new Money(row.number("owed_minor"), clinic.currency()).atLeastZero(),
                    row.integer("packages"),
                    row.integer("package_sessions"),
                    row.integer("vouchers"),
                    new Money(row.number("voucher_minor"), clinic.currency()));
            var client = ClientRow.profile(
                    row.uuid("client_id"),
                    row.text("client_name"),
                    row.textOrNull("client_email"),
                    row.textOrNull("client_phone"));
            return new Head(new Dashboard(client, clinic, now, List.of(), tiles, viewer.preview()));
        }
    }

    private record Head(Dashboard page) {
        Dashboard with(List<AppointmentView> soon) {
            return new Dashboard(page.client(), page.clinic(), page.asOf(), soon, page.tiles(), page.preview());
        }
    }
}
