package clinic.portal.core.booking;

import clinic.portal.core.calendar.HoldId;
import clinic.portal.core.catalogue.PractitionerId;
import clinic.portal.core.shared.ClinicId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Time that is set aside for somebody who is still filling in the form. */
public interface Holds {
    /**
     * @return when it expires, by the database's clock
     * @throws SlotTaken where practitioner or room is taken after all
     */
    Instant add(ClinicId clinic, HoldId id, Appointment.Place place, Duration life);

    /** Whose time it is; nothing where there is none such, or no longer. */
    Optional<PractitionerId> practitionerOf(ClinicId clinic, HoldId id);

    /** Gives its time back. Nothing happens where there is none such, or no longer. */
    void release(ClinicId clinic, HoldId id);

    /** Takes away those that have expired. @return how many */
    int tidy(ClinicId clinic);
}
