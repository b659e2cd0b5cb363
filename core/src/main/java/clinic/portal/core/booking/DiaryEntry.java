package clinic.portal.core.booking;

import clinic.portal.core.booking.AppointmentView.Named;
import clinic.portal.core.shared.AppointmentId;
import clinic.portal.core.shared.Cursor;
import clinic.portal.core.shared.Money;
import clinic.portal.core.shared.Traced;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An appointment as the staff see it.
 *
 * @param overbooked why it is there although others have some of that time; absent where all of it is its own
 */
public record DiaryEntry(
        AppointmentId id,
        Named client,
        Named treatment,
        Named practitioner,
        @Nullable Named room,
        Instant startsAt,
        Instant endsAt,
        ZoneId zone,
        AppointmentStatus status,
        Money price,
        @Nullable String notes,
        Appointment.@Nullable Cancellation cancellation,
        @Nullable String overbooked,
        int version)
        implements Traced {
    @Override
    public UUID trace() {
        return id.value();
    }

    public Cursor cursor() {
        return new Cursor(startsAt, id.value());
    }
}
