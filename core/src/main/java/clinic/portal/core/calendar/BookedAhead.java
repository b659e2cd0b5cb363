package clinic.portal.core.calendar;

import clinic.portal.core.catalogue.PractitionerId;
import clinic.portal.core.shared.ClinicId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Appointments, booked or arrived, that are not over yet; the soonest first. */
public interface BookedAhead {
    List<Booked> with(ClinicId clinic, PractitionerId practitioner, Instant now);

    /** Those that overlap a stretch of time. */
    List<Booked> with(ClinicId clinic, PractitionerId practitioner, Instant from, Instant to, Instant now);

    /** Those of everybody on these days, in the clinic's zone. */
    List<Booked> on(ClinicId clinic, LocalDate from, LocalDate to, Instant now);
}
