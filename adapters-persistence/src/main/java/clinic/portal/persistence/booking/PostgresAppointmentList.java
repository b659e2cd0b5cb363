package clinic.portal.persistence.booking;

import clinic.portal.core.booking.AppointmentId;
import clinic.portal.core.booking.AppointmentList;
import clinic.portal.core.booking.AppointmentView;
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

    private static final String MINE = "select " + AppointmentViews.COLUMNS + """
            , k.zone, k.currency
            from appointments a
            join treatments t on t.clinic_id = a.clinic_id and t.treatment_id = a.treatment_id
            join practitioners p on p.clinic_id = a.clinic_id and p.practitioner_id = a.practitioner_id
            join clinics k on k.clinic_id = a.clinic_id
            where a.clinic_id = ? and a.client_id = ?
            """;

    private static final String UPCOMING = MINE + """
            and (a.starts_at, a.appointment_id) > (?, ?) and a.ends_at > ? and a.status in ('booked', 'arrived')
            order by a.starts_at, a.appointment_id limit ?""";

    private static final String PAST = MINE + """
            and (a.starts_at, a.appointment_id) < (?, ?)
            and not (a.ends_at > ? and a.status in ('booked', 'arrived'))
            order by a.starts_at desc, a.appointment_id desc limit ?""";

    private static final String ONE = MINE + "and a.appointment_id = ?";

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
                from.at(),
                from.id(),
                now,
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
                from.at(),
                from.id(),
                now,
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
