package clinic.portal.core.calendar;

import clinic.portal.core.catalogue.TreatmentId;
import clinic.portal.core.shared.AppointmentId;
import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.ClinicId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a client has had, or is going to have. */
public interface Visits {
    /** Until the transaction ends, nobody else books or moves under this client's conditions. Taken after all other locks. */
    void alone(ClinicId clinic, ClientId client);

    /** Whether this appointment is theirs. */
    boolean isTheirs(ClinicId clinic, ClientId client, AppointmentId appointment);

    /** Whether an appointment of this treatment was completed. */
    boolean hasHad(ClinicId clinic, ClientId client, TreatmentId treatment);

    /**
     * Starts of all appointments of this treatment that were kept or are going to be: not the cancelled ones, not those
     * the client did not come to.
     *
     * @param but one that does not count, because it is being moved
     */
    List<Instant> of(ClinicId clinic, ClientId client, TreatmentId treatment, @Nullable AppointmentId but);
}
