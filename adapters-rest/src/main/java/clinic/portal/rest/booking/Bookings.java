package clinic.portal.rest.booking;

import clinic.portal.core.booking.AppointmentView;
import clinic.portal.core.booking.Booking;
import clinic.portal.core.booking.GuestLimit;
import clinic.portal.core.booking.MyChanges;
import clinic.portal.core.shared.AppointmentId;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.Viewer;
import clinic.portal.rest.api.model.Appointment;
import clinic.portal.rest.api.model.BookAppointment;
import clinic.portal.rest.api.model.BookAsGuest;
import clinic.portal.rest.api.model.CancelAppointment;
import clinic.portal.rest.api.model.RescheduleMyAppointment;
import clinic.portal.rest.shared.Once;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What clients and guests do to appointments: each of it once, and with the appointment for an answer. */
@Singleton
class Bookings {
    private final Booking booking;
    private final GuestLimit limit;
    private final MyChanges changes;
    private final Once once;
    private final Clock clock;

    Bookings(Booking booking, GuestLimit limit, MyChanges changes, Once once, Clock clock) {
        this.booking = booking;
        this.limit = limit;
        this.changes = changes;
        this.once = once;
        this.clock = clock;
    }

    Appointment book(Viewer.Client viewer, BookAppointment body, @Nullable String key) {
        return once(viewer, key, body, () -> booking.book(viewer, Wishes.read(body)));
    }

    Appointment cancel(Viewer.Client viewer, AppointmentId id, @Nullable CancelAppointment body, @Nullable String key) {
        String reason = body == null ? null : body.reason();
        return once(viewer, key, new CancelAppointment(reason), () -> changes.cancel(viewer, id, reason));
    }

    Appointment move(Viewer.Client viewer, AppointmentId id, RescheduleMyAppointment body, @Nullable String key) {
        return once(viewer, key, body, () -> changes.move(viewer, id, Wishes.read(body)));
    }

    /** The contract has made sure that there is a grant or a contact, and not both. */
    Appointment bookAsGuest(ClinicId clinic, BookAsGuest body, @Nullable String key) {
        String grant = body.bookingGrant();
        if (grant != null) {
            return once(clinic, Once.ANYONE, key, body, () -> booking.bookByGrant(clinic, grant, Wishes.read(body)));
        }
        var guest = Wishes.read(Objects.requireNonNull(body.contact()));
        // Before anything else and outside of it all, so that refused tries count too.
        limit.admit(clinic, guest);
        return once(clinic, Once.ANYONE, key, body, () -> booking.bookAsGuest(clinic, guest, Wishes.read(body)));
    }

    private Appointment once(Viewer.Client viewer, @Nullable String key, Object body, Supplier<AppointmentView> work) {
        return once(viewer.clinic(), viewer.client().value().toString(), key, body, work);
    }

    private Appointment once(
            ClinicId clinic, String principal, @Nullable String key, Object body, Supplier<AppointmentView> work) {
        return once.answer(
                clinic,
                principal,
                key,
                body,
                Appointment.class,
                () -> AppointmentsResource.toDto(work.get(), clock.instant()));
    }
}
