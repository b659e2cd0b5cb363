package clinic.portal.persistence.calendar;

import clinic.portal.core.calendar.Schedule;
import clinic.portal.core.calendar.Schedules;
import clinic.portal.core.catalogue.PractitionerId;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.persistence.shared.BookingLocks;
import clinic.portal.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.util.Optional;

/** One call and one trip each, whatever there is to read (see {@code R__schedules.sql}). */
@Singleton
public class PostgresSchedules implements Schedules {
    private static final String READ = "select * from schedule_of(?, ?, ?, ?, ?, ?, ?, ?)";

    private final Sql sql;
    private final BookingLocks locks;

    public PostgresSchedules(Sql sql, BookingLocks locks) {
        this.sql = sql;
        this.locks = locks;
    }

    @Override
    public Optional<Schedule> read(ClinicId clinic, Query query) {
        return gather(clinic, query, false);
    }

    @Override
    public Optional<Schedule> readAlone(ClinicId clinic, Query query) {
        return gather(clinic, query, true);
    }

    @Override
    public void alone(ClinicId clinic, PractitionerId practitioner) {
        locks.practitioner(clinic, practitioner);
    }

    @Override
    public void stopBooking(ClinicId clinic) {
        locks.wholeClinic(clinic);
    }

    private Optional<Schedule> gather(ClinicId clinic, Query query, boolean alone) {
        var practitioner = query.practitioner();
        var holding = query.holding();
        var moving = query.moving();
        var parts = new ScheduleParts();
        sql.list(
                parts::add,
                READ,
                clinic.value(),
                query.treatment().value(),
                practitioner == null ? null : practitioner.value(),
                query.from(),
                query.to(),
                holding == null ? null : holding.value(),
                moving == null ? null : moving.value(),
                alone);
        return parts.schedule();
    }
}
