package clinic.portal.core.booking;

import clinic.portal.core.calendar.Schedules;
import clinic.portal.core.shared.AppointmentId;
import clinic.portal.core.shared.NoSuchThing;
import clinic.portal.core.shared.Viewer;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** A client cancelling and moving their own appointments. */
public class MyChanges {
    private final Appointments appointments;
    private final AppointmentList list;
    private final AppointmentBook book;
    private final Placing placing;
    private final Schedules schedules;
    private final Clock clock;

    public MyChanges(
            Appointments appointments,
            AppointmentList list,
            AppointmentBook book,
            Placing placing,
            Schedules schedules,
            Clock clock) {
        this.appointments = appointments;
        this.list = list;
        this.book = book;
        this.placing = placing;
        this.schedules = schedules;
        this.clock = clock;
    }

    /** @throws AppointmentLocked where it is past, done, cancelled, or too late */
    public AppointmentView cancel(Viewer.Client viewer, AppointmentId id, @Nullable String reason) {
        Appointment cancelled = take(viewer, id).cancelledByClient(clock.instant(), reason);
        schedules.alone(viewer.clinic(), cancelled.place().practitioner());
        book.cancel(viewer.clinic(), cancelled);
        return show(viewer, id);
    }

    /**
     * In place: the same appointment, with the same terms, at another time (PAINS 19).
     *
     * @throws AppointmentLocked where it is past, done, cancelled, or too late
     */
    public AppointmentView move(Viewer.Client viewer, AppointmentId id, Move move) {
        Appointment appointment = take(viewer, id);
        appointment.requireUnlocked(clock.instant());
        Wish wish = move.of(appointment);
        var found = placing.offered(viewer.clinic(), wish, id);
        placing.requireEligible(viewer.clinic(), viewer.client(), found, id);
        if (!appointment.isAt(found.place())) {
            book.move(viewer.clinic(), appointment.moved(found.place()), wish);
        }
        return show(viewer, id);
    }

    private Appointment take(Viewer.Client viewer, AppointmentId id) {
        return appointments
                .take(viewer.acting().clinic(), id)
                .filter(found -> found.client().equals(viewer.client()))
                .orElseThrow(NoSuchThing::new);
    }

    private AppointmentView show(Viewer.Client viewer, AppointmentId id) {
        return list.find(viewer, id).orElseThrow(NoSuchThing::new);
    }
}
