package clinic.portal.core.booking;

import clinic.portal.core.catalogue.PractitionerId;
import clinic.portal.core.shared.AppointmentId;
import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.Page;
import clinic.portal.core.shared.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Appointments as the staff see them. */
public interface DiaryEntries {
    Optional<DiaryEntry> find(ClinicId clinic, AppointmentId appointment);

    /** Those there are of these. */
    List<DiaryEntry> these(ClinicId clinic, Set<AppointmentId> appointments);

    /** One practitioner's that start within a stretch of time, cancelled ones too; the soonest first. */
    List<DiaryEntry> of(ClinicId clinic, PractitionerId practitioner, Instant from, Instant to);

    /** Those that a stretch of time has any part of; the soonest first. One statement, however many. */
    Page<DiaryEntry> within(ClinicId clinic, Stretch stretch, Filter filter, PageRequest page);

    /** @param to not within it any more */
    record Stretch(Instant from, Instant to) {}

    /**
     * @param practitioners whose; everybody's where there are none
     * @param statuses what has become of them; anything where there are none
     * @param client whose; all clients' where absent
     */
    record Filter(
            Set<PractitionerId> practitioners,
            Set<AppointmentStatus> statuses,
            @Nullable ClientId client) {
        public static final Filter ALL = new Filter(Set.of(), Set.of(), null);

        public Filter {
            practitioners = Set.copyOf(practitioners);
            statuses = Set.copyOf(statuses);
        }
    }
}
