package clinic.portal.core.booking;

import clinic.portal.core.calendar.Schedules;
import clinic.portal.core.shared.AppointmentId;
import clinic.portal.core.shared.NoSuchThing;
import clinic.portal.core.shared.Right;
import clinic.portal.core.shared.Viewer;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** The staff cancelling and moving clients' appointments: no notice, hours or grid binds them, but time that is taken does. */
public class DiaryChanges {
    private final Appointments appointments;
    private final DiaryEntries entries;
    private final AppointmentBook book;
    private final Placing placing;
    private final Schedules schedules;
    private final Clock clock;

    public DiaryChanges(
            Appointments appointments,
            DiaryEntries entries,
            AppointmentBook book,
            Placing placing,
            Schedules schedules,
            Clock clock) {
        this.appointments = appointments;
        this.entries = entries;
        this.book = book;
        this.placing = placing;
        this.schedules = schedules;
        this.clock = clock;
    }

    /** @throws AppointmentLocked where it is completed, cancelled, or the client did not come */
    public DiaryEntry cancel(Viewer.Staff viewer, AppointmentId id, @Nullable String reason) {
        Appointment cancelled = take(viewer.may(Right.APPOINTMENTS_WRITE), id).cancelledByStaff(reason);
        schedules.alone(viewer.clinic(), cancelled.place().practitioner());
        book.cancel(viewer.clinic(), cancelled);
        return show(viewer, id);
    }

    /**
     * @throws AppointmentLocked where it is no longer booked, or has begun
     * @throws SlotTaken where practitioner or room is not free, and the move is not to overbook them
     */
    public DiaryEntry move(Viewer.Staff viewer, AppointmentId id, Move move) {
        Appointment appointment = take(viewer.may(Right.APPOINTMENTS_WRITE), id);
        appointment.requireStillToCome(clock.instant());
        Wish wish = move.of(appointment);
        var found = placing.anywhere(viewer.clinic(), wish, id, clock.instant(), move.overbook());
        if (!appointment.isAt(found.place())) {
            book.move(viewer.clinic(), appointment.moved(found.place()), wish);
        }
        return show(viewer, id);
    }

    private Appointment take(Viewer.Staff viewer, AppointmentId id) {
        return appointments.take(viewer.clinic(), id).orElseThrow(NoSuchThing::new);
    }

    private DiaryEntry show(Viewer.Staff viewer, AppointmentId id) {
        return entries.find(viewer.clinic(), id).orElseThrow(NoSuchThing::new);
    }
}
