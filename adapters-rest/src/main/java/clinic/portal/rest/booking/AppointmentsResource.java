package clinic.portal.rest.booking;

import clinic.portal.core.booking.AppointmentView;
import clinic.portal.core.booking.MyAppointments;
import clinic.portal.core.booking.MyAppointments.When;
import clinic.portal.core.shared.AppointmentId;
import clinic.portal.rest.api.AppointmentsApi;
import clinic.portal.rest.api.model.Appointment;
import clinic.portal.rest.api.model.AppointmentLock;
import clinic.portal.rest.api.model.AppointmentPage;
import clinic.portal.rest.api.model.AppointmentStatus;
import clinic.portal.rest.api.model.AppointmentsWhen;
import clinic.portal.rest.api.model.Named;
import clinic.portal.rest.login.Caller;
import clinic.portal.rest.shared.Cursors;
import clinic.portal.rest.shared.Monies;
import clinic.portal.rest.shared.Zoned;
import io.smallrye.common.annotation.RunOnVirtualThread;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@RunOnVirtualThread
public class AppointmentsResource implements AppointmentsApi {
    private final MyAppointments appointments;
    private final Caller caller;
    private final Clock clock;

    AppointmentsResource(MyAppointments appointments, Caller caller, Clock clock) {
        this.appointments = appointments;
        this.caller = caller;
        this.clock = clock;
    }

    @Override
    public AppointmentPage listMyAppointments(
            @Nullable AppointmentsWhen when, @Nullable Integer limit, @Nullable String cursor) {
        var page = appointments.list(
                caller.client(),
                when == AppointmentsWhen.PAST ? When.PAST : When.UPCOMING,
                Cursors.page(limit, cursor));
        Instant now = clock.instant();
        return new AppointmentPage(
                page.items().stream().map(view -> toDto(view, now)).toList(), Cursors.write(page.next()));
    }

    @Override
    public Appointment getMyAppointment(UUID id) {
        return toDto(appointments.show(caller.client(), new AppointmentId(id)), clock.instant());
    }

    /** @param now decides what the client may still do with it */
    public static Appointment toDto(AppointmentView view, Instant now) {
        var lock = view.lock(now);
        return new Appointment(
                view.id().value(),
                toDto(view.treatment()),
                toDto(view.practitioner()),
                Zoned.toDto(view.startsAt(), view.zone()),
                Zoned.toDto(view.endsAt(), view.zone()),
                view.zone().getId(),
                toDto(view.status()),
                Monies.toDto(view.price()),
                lock.isEmpty(),
                Zoned.toDto(view.changeableUntil(), view.zone()),
                lock.isEmpty(),
                lock.map(AppointmentsResource::toDto).orElse(null),
                view.notes(),
                view.version());
    }

    static Named toDto(AppointmentView.Named named) {
        return new Named(named.id(), named.name());
    }

    static AppointmentStatus toDto(clinic.portal.core.booking.AppointmentStatus status) {
        return switch (status) {
            case BOOKED -> AppointmentStatus.BOOKED;
            case ARRIVED -> AppointmentStatus.ARRIVED;
            case COMPLETED -> AppointmentStatus.COMPLETED;
            case CANCELLED -> AppointmentStatus.CANCELLED;
            case NO_SHOW -> AppointmentStatus.NO_SHOW;
        };
    }

    private static AppointmentLock toDto(AppointmentView.Lock lock) {
        return switch (lock) {
            case CANCELLED -> AppointmentLock.CANCELLED;
            case DONE -> AppointmentLock.DONE;
            case STARTED -> AppointmentLock.STARTED;
            case TOO_LATE -> AppointmentLock.TOO_LATE;
        };
    }
}
