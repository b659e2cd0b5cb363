package clinic.portal.core.calendar;

import clinic.portal.core.catalogue.PractitionerId;
import clinic.portal.core.catalogue.TreatmentId;
import clinic.portal.core.shared.AppointmentId;
import clinic.portal.core.shared.ClientId;
import java.time.Instant;
import java.time.ZoneId;

/**
 * An appointment that is still to come, as the staff are shown it when a change leaves it outside of somebody's hours.
 *
 * @param zone the clinic's
 */
public record Booked(
        AppointmentId id,
        ClientId client,
        String clientName,
        TreatmentId treatment,
        String treatmentName,
        PractitionerId practitioner,
        String practitionerName,
        Instant startsAt,
        Instant endsAt,
        ZoneId zone) {}
