package clinic.portal.core.booking;

import clinic.portal.core.shared.AppointmentId;
import clinic.portal.core.shared.ClinicId;

/** Has the client told of a change, by every channel there is, once the present transaction is committed. */
public interface AppointmentNews {
    /** @param version of the appointment after the change: what has been overtaken by a later change is not sent */
    void tell(ClinicId clinic, AppointmentId appointment, Change change, int version);

    enum Change {
        BOOKED,
        MOVED,
        CANCELLED
    }
}
