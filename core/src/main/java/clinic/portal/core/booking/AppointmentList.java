package clinic.portal.core.booking;

import clinic.portal.core.shared.AppointmentId;
import clinic.portal.core.shared.Page;
import clinic.portal.core.shared.PageRequest;
import clinic.portal.core.shared.Viewer;
import java.time.Instant;
import java.util.Optional;

/** A client's appointments, for showing. */
public interface AppointmentList {
    /** Booked or arrived and not over at {@code now}; the soonest first. */
    Page<AppointmentView> upcoming(Viewer.Client viewer, Instant now, PageRequest page);

    /** All the others, cancelled ones too; the latest first. */
    Page<AppointmentView> past(Viewer.Client viewer, Instant now, PageRequest page);

    Optional<AppointmentView> find(Viewer.Client viewer, AppointmentId appointment);
}
