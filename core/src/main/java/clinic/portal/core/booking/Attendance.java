package clinic.portal.core.booking;

import clinic.portal.core.shared.AppointmentId;
import clinic.portal.core.shared.NoSuchThing;
import clinic.portal.core.shared.Right;
import clinic.portal.core.shared.Viewer;
import java.time.Clock;

/** The staff noting what became of appointments. Of two who do so at once, the second is told what the first has noted. */
public class Attendance {
    private final Appointments appointments;
    private final DiaryEntries entries;
    private final AppointmentBook book;
    private final Clock clock;

    public Attendance(Appointments appointments, DiaryEntries entries, AppointmentBook book, Clock clock) {
        this.appointments = appointments;
        this.entries = entries;
        this.book = book;
        this.clock = clock;
    }

    /** @throws AppointmentLocked unless it is booked, for today or before */
    public DiaryEntry arrive(Viewer.Staff viewer, AppointmentId id) {
        return note(viewer, id, AppointmentStatus.ARRIVED);
    }

    /** @throws AppointmentLocked unless it is booked or the client has arrived, and it has begun */
    public DiaryEntry complete(Viewer.Staff viewer, AppointmentId id) {
        return note(viewer, id, AppointmentStatus.COMPLETED);
    }

    /** @throws AppointmentLocked unless it is booked and has begun */
    public DiaryEntry miss(Viewer.Staff viewer, AppointmentId id) {
        return note(viewer, id, AppointmentStatus.NO_SHOW);
    }

    /**
     * Takes back what was noted by mistake.
     *
     * @throws AppointmentLocked unless something was; and of what is over, later than the day after
     */
    public DiaryEntry reopen(Viewer.Staff viewer, AppointmentId id) {
        return note(viewer, id, AppointmentStatus.BOOKED);
    }

    private DiaryEntry note(Viewer.Staff viewer, AppointmentId id, AppointmentStatus status) {
        var clinic = viewer.may(Right.APPOINTMENTS_WRITE).clinic();
        var appointment = appointments.take(clinic, id).orElseThrow(NoSuchThing::new);
        book.note(clinic, appointment.noted(status, clock.instant()));
        return entries.find(clinic, id).orElseThrow(NoSuchThing::new);
    }
}
