package clinic.portal.persistence.booking;

import clinic.portal.core.booking.AppointmentStatus;
import clinic.portal.core.booking.AppointmentView.Named;
import clinic.portal.core.booking.DiaryEntries;
import clinic.portal.core.booking.DiaryEntry;
import clinic.portal.core.catalogue.PractitionerId;
import clinic.portal.core.shared.AppointmentId;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.Money;
import clinic.portal.core.shared.Page;
import clinic.portal.core.shared.PageRequest;
import clinic.portal.persistence.shared.Paging;
import clinic.portal.persistence.shared.Row;
import clinic.portal.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Singleton
public class PostgresDiaryEntries implements DiaryEntries {
    private static final String SELECT = """
            select a.appointment_id, a.client_id, c.name as client_name, a.treatment_id, t.name as treatment_name,
                   a.practitioner_id, p.name as practitioner_name, a.room_id, r.name as room_name, a.starts_at,
                   a.ends_at, k.zone, a.status, a.price_minor, k.currency, a.notes, a.cancelled_by,
                   a.cancellation_reason, a.overbook_reason, a.version
            from appointments a
            join clinics k on k.clinic_id = a.clinic_id
            join clients c on c.clinic_id = a.clinic_id and c.client_id = a.client_id
            join treatments t on t.clinic_id = a.clinic_id and t.treatment_id = a.treatment_id
            join practitioners p on p.clinic_id = a.clinic_id and p.practitioner_id = a.practitioner_id
            left join rooms r on r.clinic_id = a.clinic_id and r.room_id = a.room_id
            """;
    private static final String FIND = SELECT + "where a.clinic_id = ? and a.appointment_id = ?";
    private static final String THESE = SELECT + "where a.clinic_id = ? and a.appointment_id = any (?)";
    private static final String OF = SELECT + """
            where a.clinic_id = ? and a.practitioner_id = ? and a.starts_at >= ? and a.starts_at < ?
            order by a.starts_at, a.appointment_id""";

    /** What began before and is not over when the range begins, began less than {@link #LONGEST} before. */
    static final String WITHIN = SELECT + """
            where a.clinic_id = ? and a.starts_at < ? and a.ends_at > ? and (a.starts_at, a.appointment_id) > (?, ?)
              and (? or a.practitioner_id = any(?)) and (? or a.status = any(?))
              and (?::uuid is null or a.client_id = ?)
            order by a.starts_at, a.appointment_id limit ?""";
    /** As the table holds it. */
    private static final Duration LONGEST = Duration.ofHours(24);

    private final Sql sql;

    public PostgresDiaryEntries(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<DiaryEntry> find(ClinicId clinic, AppointmentId appointment) {
        return sql.first(PostgresDiaryEntries::entry, FIND, clinic.value(), appointment.value());
    }

    @Override
    public List<DiaryEntry> these(ClinicId clinic, Set<AppointmentId> appointments) {
        return sql.list(
                PostgresDiaryEntries::entry,
                THESE,
                clinic.value(),
                appointments.stream().map(AppointmentId::value).toArray(UUID[]::new));
    }

    @Override
    public List<DiaryEntry> of(ClinicId clinic, PractitionerId practitioner, Instant from, Instant to) {
        return sql.list(PostgresDiaryEntries::entry, OF, clinic.value(), practitioner.value(), from, to);
    }

    @Override
    public Page<DiaryEntry> within(ClinicId clinic, Stretch stretch, Filter filter, PageRequest page) {
        var rows = sql.list(PostgresDiaryEntries::entry, WITHIN, parameters(clinic, stretch, filter, page));
        return Page.cut(rows, page, DiaryEntry::cursor);
    }

    static @Nullable Object[] parameters(ClinicId clinic, Stretch stretch, Filter filter, PageRequest page) {
        var after = Paging.after(page, stretch.from().minus(LONGEST));
        var client = filter.client();
        return new @Nullable Object[] {
            clinic.value(),
            stretch.to(),
            stretch.from(),
            after.at(),
            after.id(),
            filter.practitioners().isEmpty(),
            filter.practitioners().stream().map(PractitionerId::value).toArray(UUID[]::new),
            filter.statuses().isEmpty(),
            filter.statuses().stream()
                    .map(status -> status.name().toLowerCase(Locale.ROOT))
                    .toArray(String[]::new),
            client == null ? null : client.value(),
            client == null ? null : client.value(),
            Paging.rows(page)
        };
    }

    private static DiaryEntry entry(Row row) throws SQLException {
        return new DiaryEntry(
                new AppointmentId(row.uuid("appointment_id")),
                new Named(row.uuid("client_id"), row.text("client_name")),
                new Named(row.uuid("treatment_id"), row.text("treatment_name")),
                new Named(row.uuid("practitioner_id"), row.text("practitioner_name")),
                room(row.uuidOrNull("room_id"), row.textOrNull("room_name")),
                row.instant("starts_at"),
                row.instant("ends_at"),
                ZoneId.of(row.text("zone")),
                row.oneOf(AppointmentStatus.class, "status"),
                new Money(row.number("price_minor"), Currency.getInstance(row.text("currency"))),
                row.textOrNull("notes"),
                PostgresAppointments.cancellation(row),
                row.textOrNull("overbook_reason"),
                row.integer("version"));
    }

    private static @Nullable Named room(@Nullable UUID id, @Nullable String name) {
        return id == null || name == null ? null : new Named(id, name);
    }
}
