package clinic.portal.core.fakes;

import clinic.portal.core.booking.AppointmentList;
import clinic.portal.core.booking.AppointmentStatus;
import clinic.portal.core.booking.AppointmentView;
import clinic.portal.core.shared.AppointmentId;
import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.Page;
import clinic.portal.core.shared.PageRequest;
import clinic.portal.core.shared.Viewer;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

public final class InMemoryAppointments implements AppointmentList {
    private static final Set<AppointmentStatus> STILL_TO_COME =
            EnumSet.of(AppointmentStatus.BOOKED, AppointmentStatus.ARRIVED);

    private final Owned<AppointmentView> appointments = new Owned<>();

    /** Adds the appointment, or puts it in place of the one with its id. */
    public void put(ClinicId clinic, ClientId client, AppointmentView appointment) {
        appointments.removeIf(known -> known.id().equals(appointment.id()));
        appointments.add(clinic, client, appointment);
    }

    @Override
    public Page<AppointmentView> upcoming(Viewer.Client viewer, Instant now, PageRequest page) {
        return Keyset.ascending(upcoming(viewer, now), page, AppointmentView::cursor);
    }

    @Override
    public Page<AppointmentView> past(Viewer.Client viewer, Instant now, PageRequest page) {
        var rest = appointments.of(viewer).filter(appointment -> !isUpcoming(appointment, now));
        return Keyset.descending(rest, page, AppointmentView::cursor);
    }

    @Override
    public Optional<AppointmentView> find(Viewer.Client viewer, AppointmentId appointment) {
        return appointments
                .of(viewer)
                .filter(known -> known.id().equals(appointment))
                .findFirst();
    }

    Stream<AppointmentView> upcoming(Viewer.Client viewer, Instant now) {
        return appointments.of(viewer).filter(appointment -> isUpcoming(appointment, now));
    }

    private static boolean isUpcoming(AppointmentView appointment, Instant now) {
        return STILL_TO_COME.contains(appointment.status()) && now.isBefore(appointment.endsAt());
    }
}
