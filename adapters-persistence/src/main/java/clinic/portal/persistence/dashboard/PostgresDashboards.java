package clinic.portal.persistence.dashboard;

import clinic.portal.core.booking.AppointmentView;
import clinic.portal.core.client.Profile;
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
 * The whole first page in one call and one trip, with or without a transaction around it (see {@code R__reads.sql}): one
 * row with all but the appointments, then a row for each of those. The conditions are those of the lists behind the tiles;
 * a test holds the two together.
 */
@Singleton
public class PostgresDashboards implements Dashboards {
    private static final String PAGE = "select * from dashboard_of_client(?, ?, ?, ?)";

    private final Sql sql;

    public PostgresDashboards(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Dashboard> read(Viewer.Client viewer, Instant now, int upcoming) {
        var page = new Gathered();
        sql.list(page::add, PAGE, viewer.clinic().value(), viewer.client().value(), now, upcoming);
        return Optional.ofNullable(page.head).map(head -> head.page(viewer, now, page));
    }

    /** What the rows tell, as they come. */
    private static final class Gathered {
        private final List<AppointmentView> soon = new ArrayList<>();
        private int upcoming;
        private @Nullable Head head;

        Gathered add(Row row) throws SQLException {
            if (head == null) {
                head = Head.read(row);
            } else {
                upcoming = row.integer("upcoming");
                soon.add(AppointmentViews.read(row));
            }
            return this;
        }
    }

    /** The first row: all but the appointments. */
    private record Head(
            Profile client,
            Clinic clinic,
            int payments,
            long owed,
            int packages,
            int sessions,
            int vouchers,
            long left) {
        static Head read(Row row) throws SQLException {
            return new Head(
                    ClientRow.profile(
                            row.uuid("client_id"),
                            row.text("client_name"),
                            row.textOrNull("client_email"),
                            row.textOrNull("client_phone")),
                    ClinicRow.read(row),
                    row.integer("payments"),
                    row.number("owed_minor"),
                    row.integer("packages"),
                    row.integer("package_sessions"),
                    row.integer("vouchers"),
                    row.number("voucher_minor"));
        }

        Dashboard page(Viewer.Client viewer, Instant now, Gathered page) {
            var currency = clinic.currency();
            var tiles = new Tiles(
                    page.upcoming,
                    payments,
                    new Money(owed, currency).atLeastZero(),
                    packages,
                    sessions,
                    vouchers,
                    new Money(left, currency));
            return new Dashboard(client, clinic, now, page.soon, tiles, viewer.preview());
        }
    }
}
