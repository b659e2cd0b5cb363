package clinic.portal.core.calendar;

import clinic.portal.core.catalogue.PractitionerId;
import clinic.portal.core.catalogue.TreatmentId;
import clinic.portal.core.shared.AppointmentId;
import clinic.portal.core.shared.ClinicId;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads schedules: one statement each, whatever the number of days and practitioners. */
public interface Schedules {
    /** Nothing where the clinic has no such treatment. Practitioners and rooms that are archived are left out. */
    Optional<Schedule> read(ClinicId clinic, Query query);

    /**
     * The same, once nobody else can change it: until the transaction ends, no one books with these practitioners or
     * rooms of that kind, and no one changes hours. Holds that have expired are cleared away.
     */
    Optional<Schedule> readAlone(ClinicId clinic, Query query);

    /** Until the transaction ends, no one else books this practitioner's time. */
    void alone(ClinicId clinic, PractitionerId practitioner);

    /**
     * Keeps everybody from booking at this clinic until the transaction ends, so that who changes the hours sees every
     * appointment that the change touches.
     */
    void stopBooking(ClinicId clinic);

    /**
     * @param practitioner all who can do it, where absent
     * @param from first day, in the clinic's zone
     * @param to last day
     * @param holding whose time is not busy: the asker holds it
     * @param moving whose time is not busy: it is being moved
     */
    record Query(
            TreatmentId treatment,
            @Nullable PractitionerId practitioner,
            LocalDate from,
            LocalDate to,
            @Nullable HoldId holding,
            @Nullable AppointmentId moving) {}
}
