package clinic.portal.persistence.booking;

import clinic.portal.core.booking.AppointmentList;
import clinic.portal.core.booking.AppointmentView;
import clinic.portal.core.shared.AppointmentId;
import clinic.portal.core.shared.Page;
import clinic.portal.core.shared.PageRequest;
import clinic.portal.core.shared.Viewer;
import clinic.portal.persistence.shared.Paging;
import clinic.portal.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

@Singleton
public class PostgresAppointmentList implements AppointmentList {
    /** As the table holds it: whatever is not over yet began less than this ago. */
    private static final Duration LONGEST = Duration.ofHours(24);

    private static final String UPCOMING = "select * from upcoming_of_client(?, ?, ?, ?, ?, ?)";
    private static final String PAST = "select * from past_of_client(?, ?, ?, ?, ?, ?)";
    private static final String ONE = "select * from appointment_of_client(?, ?, ?)";

    private final Sql sql;

    public PostgresAppointmentList(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Page<AppointmentView> upcoming(Viewer.Client viewer, Instant now, PageRequest page) {
        var from = Paging.after(page, now.minus(LONGEST));
        var rows = sql.list(
                AppointmentViews::read,
                UPCOMING,
                viewer.clinic().value(),
                viewer.client().value(),
                now,
                from.at(),
                from.id(),
                Paging.rows(page));
        return Page.cut(rows, page, AppointmentView::cursor);
    }

    @Override
    public Page<AppointmentView> past(Viewer.Client viewer, Instant now, PageRequest page) {
        var from = Paging.before(page);
        var rows = sql.list(
                AppointmentViews::read,
                PAST,
                viewer.clinic().value(),
                viewer.client().value(),
                now,
                from.at(),
                from.id(),
                Paging.rows(page));
        return Page.cut(rows, page, AppointmentView::cursor);
    }

    @Override
    public Optional<AppointmentView> find(Viewer.Client viewer, AppointmentId appointment) {
        return sql.first(
                AppointmentViews::read,
                ONE,
                viewer.clinic().value(),
                viewer.client().value(),
                appointment.value());
    }
}
