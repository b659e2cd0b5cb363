package clinic.portal.persistence.booking;

import clinic.portal.core.booking.Appointment;
import clinic.portal.core.booking.Holds;
import clinic.portal.core.calendar.HoldId;
import clinic.portal.core.catalogue.PractitionerId;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

@Singleton
public class PostgresHolds implements Holds {
    private final Sql sql;

    public PostgresHolds(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Instant add(ClinicId clinic, HoldId id, Appointment.Place place, Duration life) {
        return PostgresAppointments.unlessTaken(() -> sql.first(
                        row -> row.instant("expires_at"),
                        """
                        with held as (
                            insert into holds (clinic_id, hold_id, practitioner_id, room_id, expires_at)
                            values (?, ?, ?, ?, clock_timestamp() + ?)
                            returning *)
                        select expires_at,
                               occupy(clinic_id, practitioner_id, room_id, ?, ?, null, hold_id, expires_at)
                        from held""",
                        clinic.value(),
                        id.value(),
                        place.practitioner().value(),
                        PostgresAppointments.room(place),
                        life,
                        place.startsAt().minus(place.bufferBefore()),
                        place.endsAt().plus(place.bufferAfter()))
                .orElseThrow());
    }

    @Override
    public Optional<PractitionerId> practitionerOf(ClinicId clinic, HoldId id) {
        return sql.first(row -> new PractitionerId(row.uuid("practitioner_id")), """
                select practitioner_id from holds
                where clinic_id = ? and hold_id = ? and expires_at > clock_timestamp()""", clinic.value(), id.value());
    }

    /** Its time goes with it. */
    @Override
    public void release(ClinicId clinic, HoldId id) {
        sql.update("delete from holds where clinic_id = ? and hold_id = ?", clinic.value(), id.value());
    }

    /** Those that somebody else is taking away already are left to them: two who wait for each other's would deadlock. */
    @Override
    public int tidy(ClinicId clinic) {
        return sql.update("""
                delete from holds
                where clinic_id = ? and hold_id in (
                    select hold_id from holds
                    where clinic_id = ? and expires_at <= clock_timestamp()
                    for update skip locked)""", clinic.value(), clinic.value());
    }
}
