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
 * The whole first page in one call and one trip, with or without a transaction around it (see {@code R__reads.sql}): a row for each upcoming appointment, or one without, and beside
 * each the client, the clinic and the tiles, which are the same in all of them. The conditions are those of the lists
 * behind the tiles; a test holds the two together.
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
        var page = new Gathered(viewer, now);
        var lines = sql.list(
                page::add, PAGE, viewer.clinic().value(), viewer.client().value(), now, upcoming);
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
