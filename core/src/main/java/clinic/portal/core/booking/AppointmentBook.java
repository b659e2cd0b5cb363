package clinic.portal.core.booking;

import clinic.portal.core.booking.AppointmentNews.Change;
import clinic.portal.core.packages.PackageId;
import clinic.portal.core.packages.PackageSessions;
import clinic.portal.core.shared.ClinicId;
import org.jspecify.annotations.Nullable;

/** Writes an appointment together with all that hangs on it: its time, a session of a package, word to the client. */
public final class AppointmentBook {
    private final Appointments appointments;
    private final Holds holds;
    private final PackageSessions sessions;
    private final AppointmentNews news;

    public AppointmentBook(Appointments appointments, Holds holds, PackageSessions sessions, AppointmentNews news) {
        this.appointments = appointments;
        this.holds = holds;
        this.sessions = sessions;
        this.news = news;
    }

    /** @throws PackageNotUsable where the package has no session for it */
    void enter(ClinicId clinic, Appointment appointment, Wish wish) {
        enterUntold(clinic, appointment, wish);
        news.tell(clinic, appointment.id(), Change.BOOKED, appointment.version());
    }

    /** The same, and the client hears of it in another way. */
    void enterUntold(ClinicId clinic, Appointment appointment, Wish wish) {
        release(clinic, wish);
        appointments.add(clinic, appointment);
        reserve(clinic, appointment, wish.pack());
    }

    void move(ClinicId clinic, Appointment moved, Wish wish) {
        release(clinic, wish);
        appointments.save(clinic, moved);
        news.tell(clinic, moved.id(), Change.MOVED, moved.version());
    }

    void cancel(ClinicId clinic, Appointment cancelled) {
        appointments.save(clinic, cancelled);
        sessions.giveBack(clinic, cancelled.id());
        news.tell(clinic, cancelled.id(), Change.CANCELLED, cancelled.version());
    }

    /**
     * What the staff have noted. A session of a package is used by whoever came, and by whoever did not; the client, who
     * was there or knows that they were not, is told nothing.
     */
    void note(ClinicId clinic, Appointment noted) {
        appointments.save(clinic, noted);
        switch (noted.status()) {
            case COMPLETED, NO_SHOW -> sessions.use(clinic, noted.id());
            case BOOKED -> sessions.unuse(clinic, noted.id());
            case ARRIVED, CANCELLED -> {}
        }
    }

    private void release(ClinicId clinic, Wish wish) {
        var hold = wish.hold();
        if (hold != null) {
            holds.release(clinic, hold);
        }
    }

    private void reserve(ClinicId clinic, Appointment appointment, @Nullable PackageId pack) {
        if (pack != null
                && !sessions.reserve(clinic, appointment.client(), pack, appointment.treatment(), appointment.id())) {
            throw new PackageNotUsable();
        }
    }
}
