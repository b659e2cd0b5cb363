package clinic.portal.persistence.booking;

import clinic.portal.core.booking.Appointment;
import clinic.portal.core.booking.Appointment.Cancellation;
import clinic.portal.core.booking.Appointment.Place;
import clinic.portal.core.booking.Appointment.Terms;
import clinic.portal.core.booking.AppointmentStatus;
import clinic.portal.core.booking.Appointments;
import clinic.portal.core.booking.SlotTaken;
import clinic.portal.core.catalogue.PractitionerId;
import clinic.portal.core.catalogue.RoomId;
import clinic.portal.core.catalogue.TreatmentId;
import clinic.portal.core.shared.AppointmentId;
import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.Money;
import clinic.portal.persistence.shared.DatabaseFailure;
import clinic.portal.persistence.shared.Row;
import clinic.portal.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An appointment and its time are one statement, so that one trip writes both (two where it is overbooked). Whoever booked has looked while nobody
 * else could book; should that have failed, the exclusion constraint says so, and the transaction is over.
 */
@Singleton
public class PostgresAppointments implements Appointments {
    private static final String INSERT = """
            insert into appointments (clinic_id, appointment_id, client_id, practitioner_id, treatment_id, room_id,
                                      starts_at, ends_at, buffer_before_minutes, buffer_after_minutes, status,
                                      price_minor, notice_minutes, notes, version, overbook_reason)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            returning *""";
    private static final String ADD = "with booked as (" + INSERT + """
            )
            select occupy(clinic_id, practitioner_id, room_id,
                          starts_at - make_interval(mins => buffer_before_minutes),
                          ends_at + make_interval(mins => buffer_after_minutes), appointment_id, null, null)
            from booked""";
    private static final String OVERBOOK = "select overbook(?, ?, ?, ?, ?)";
    private static final String TAKE = """
            select a.appointment_id, a.client_id, a.treatment_id, a.practitioner_id, a.room_id, a.starts_at, a.ends_at,
                   a.buffer_before_minutes, a.buffer_after_minutes, a.price_minor, k.currency, a.notice_minutes, k.zone,
                   a.status, a.notes, a.cancelled_by, a.cancellation_reason, a.overbook_reason, a.version
            from appointments a join clinics k on k.clinic_id = a.clinic_id
            where a.clinic_id = ? and a.appointment_id = ?
            for no key update of a""";
    private static final String SAVE = "select save_appointment(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as saved";

    private final Sql sql;

    public PostgresAppointments(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(ClinicId clinic, Appointment appointment) {
        var place = appointment.place();
        if (place.overbooked() == null) {
            unlessTaken(() -> insert(ADD, clinic, appointment));
            return;
        }
        // Two statements: what looks for whoever is overbooked must see this one.
        insert(INSERT, clinic, appointment);
        unlessTaken(() -> sql.list(
                row -> true,
                OVERBOOK,
                clinic.value(),
                place.practitioner().value(),
                room(place),
                place.startsAt().minus(place.bufferBefore()),
                place.endsAt().plus(place.bufferAfter())));
    }

    private List<Boolean> insert(String statement, ClinicId clinic, Appointment appointment) {
        var place = appointment.place();
        return sql.list(
                row -> true,
                statement,
                clinic.value(),
                appointment.id().value(),
                appointment.client().value(),
                place.practitioner().value(),
                appointment.treatment().value(),
                room(place),
                place.startsAt(),
                place.endsAt(),
                (int) place.bufferBefore().toMinutes(),
                (int) place.bufferAfter().toMinutes(),
                appointment.status(),
                appointment.terms().price().minor(),
                (int) appointment.terms().notice().toMinutes(),
                appointment.notes(),
                appointment.version(),
                place.overbooked());
    }

    @Override
    public Optional<Appointment> take(ClinicId clinic, AppointmentId appointment) {
        return sql.first(PostgresAppointments::appointment, TAKE, clinic.value(), appointment.value());
    }

    @Override
    public void save(ClinicId clinic, Appointment appointment) {
        var place = appointment.place();
        Cancellation cancellation = appointment.cancellation();
        boolean saved = unlessTaken(() -> sql.first(
                        row -> row.flag("saved"),
                        SAVE,
                        clinic.value(),
                        appointment.id().value(),
                        appointment.version(),
                        place.practitioner().value(),
                        room(place),
                        place.startsAt(),
                        place.endsAt(),
                        (int) place.bufferBefore().toMinutes(),
                        (int) place.bufferAfter().toMinutes(),
                        appointment.status(),
                        cancellation == null ? null : cancellation.by(),
                        cancellation == null ? null : cancellation.reason(),
                        place.overbooked())
                .orElseThrow());
        if (!saved) {
            throw new IllegalStateException("An appointment was changed behind its lock");
        }
    }

    /** Also for holds: whatever takes time. */
    static <T> T unlessTaken(Supplier<T> write) {
        try {
            return write.get();
        } catch (DatabaseFailure e) {
            if (e.overlapped()) {
                throw new SlotTaken();
            }
            throw e;
        }
    }

    static @Nullable UUID room(Place place) {
        var room = place.room();
        return room == null ? null : room.value();
    }

    private static Appointment appointment(Row row) throws SQLException {
        return new Appointment(
                new AppointmentId(row.uuid("appointment_id")),
                new ClientId(row.uuid("client_id")),
                new TreatmentId(row.uuid("treatment_id")),
                place(row),
                new Terms(
                        new Money(row.number("price_minor"), Currency.getInstance(row.text("currency"))),
                        Duration.ofMinutes(row.integer("notice_minutes"))),
                ZoneId.of(row.text("zone")),
                row.oneOf(AppointmentStatus.class, "status"),
                row.textOrNull("notes"),
                cancellation(row),
                row.integer("version"));
    }

    private static Place place(Row row) throws SQLException {
        var room = row.uuidOrNull("room_id");
        return new Place(
                new PractitionerId(row.uuid("practitioner_id")),
                room == null ? null : new RoomId(room),
                row.instant("starts_at"),
                row.instant("ends_at"),
                Duration.ofMinutes(row.integer("buffer_before_minutes")),
                Duration.ofMinutes(row.integer("buffer_after_minutes")),
                row.textOrNull("overbook_reason"));
    }

    static @Nullable Cancellation cancellation(Row row) throws SQLException {
        return row.has("cancelled_by")
                ? new Cancellation(
                        row.oneOf(Appointment.By.class, "cancelled_by"), row.textOrNull("cancellation_reason"))
                : null;
    }
}
