package clinic.portal.core.booking;

import clinic.portal.core.shared.AppointmentId;
import clinic.portal.core.shared.ClinicId;
import java.util.Optional;

/**
 * Appointments and the time they take. The two are written together, always. One that is overbooked makes holds within its
 * time void, takes what is free of the rest, and gets what others had of it as soon as those give it back.
 */
public interface Appointments {
    /** @throws SlotTaken where practitioner or room is taken after all */
    void add(ClinicId clinic, Appointment appointment);

    /** For a change: nobody else changes it until the transaction ends. */
    Optional<Appointment> take(ClinicId clinic, AppointmentId appointment);

    /**
     * Writes what has changed. A cancelled one gives its time back; one that has moved takes its new time instead.
     *
     * @throws SlotTaken where practitioner or room is taken after all
     */
    void save(ClinicId clinic, Appointment appointment);
}
