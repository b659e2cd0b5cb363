package clinic.portal.core.booking;

import clinic.portal.core.shared.AppointmentId;
import clinic.portal.core.shared.NoSuchThing;
import clinic.portal.core.shared.Page;
import clinic.portal.core.shared.PageRequest;
import clinic.portal.core.shared.Viewer;
import java.time.Clock;

/** A client looking at their appointments. */
public class MyAppointments {
    private final AppointmentList appointments;
    private final Clock clock;

    public MyAppointments(AppointmentList appointments, Clock clock) {
        this.appointments = appointments;
        this.clock = clock;
    }

    public Page<AppointmentView> list(Viewer.Client viewer, When when, PageRequest page) {
        return switch (when) {
            case UPCOMING -> appointments.upcoming(viewer, clock.instant(), page);
            case PAST -> appointments.past(viewer, clock.instant(), page);
        };
    }

    /** @throws NoSuchThing also where it is another client's */
    public AppointmentView show(Viewer.Client viewer, AppointmentId appointment) {
        return appointments.find(viewer, appointment).orElseThrow(NoSuchThing::new);
    }

    public enum When {
        UPCOMING,
        PAST
    }
}
