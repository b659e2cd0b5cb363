package clinic.portal.persistence.booking;

import clinic.portal.core.booking.AppointmentStatus;
import clinic.portal.core.booking.AppointmentView;
import clinic.portal.core.booking.AppointmentView.Named;
import clinic.portal.core.shared.AppointmentId;
import clinic.portal.core.shared.Money;
import clinic.portal.persistence.shared.Row;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;

/** How appointments are read for showing, by the columns that the functions of {@code R__reads.sql} give. */
public final class AppointmentViews {
    private AppointmentViews() {}

    public static AppointmentView read(Row row) throws SQLException {
        return new AppointmentView(
                new AppointmentId(row.uuid("appointment_id")),
                new Named(row.uuid("treatment_id"), row.text("treatment_name")),
                new Named(row.uuid("practitioner_id"), row.text("practitioner_name")),
                row.instant("starts_at"),
                row.instant("ends_at"),
                ZoneId.of(row.text("zone")),
                row.oneOf(AppointmentStatus.class, "status"),
                new Money(row.number("price_minor"), Currency.getInstance(row.text("currency"))),
                Duration.ofMinutes(row.integer("notice_minutes")),
                row.integer("version"),
                row.textOrNull("notes"));
    }
}
