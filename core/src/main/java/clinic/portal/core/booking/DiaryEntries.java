package clinic.portal.core.booking;

import clinic.portal.core.catalogue.PractitionerId;
import clinic.portal.core.shared.AppointmentId;
import clinic.portal.core.shared.ClinicId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Appointments as the staff see them. */
public interface DiaryEntries {
    Optional<DiaryEntry> find(ClinicId clinic, AppointmentId appointment);

    /** Those there are of these. */
    List<DiaryEntry> these(ClinicId clinic, Set<AppointmentId> appointments);

    /** One practitioner's that start within a stretch of time, cancelled ones too; the soonest first. */
    List<DiaryEntry> of(ClinicId clinic, PractitionerId practitioner, Instant from, Instant to);
}
