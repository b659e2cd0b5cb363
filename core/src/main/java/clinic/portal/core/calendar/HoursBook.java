package clinic.portal.core.calendar;

import clinic.portal.core.catalogue.PractitionerId;
import clinic.portal.core.shared.ClinicId;
import java.time.ZoneId;
import java.util.Optional;

/** The hours that practitioners work. */
public interface HoursBook {
    /** Nothing where the clinic has no such practitioner; whoever has no hours yet has version 0 and none. */
    Optional<Versioned> find(ClinicId clinic, PractitionerId practitioner);

    /** Writes the hours where the version is still {@code version}, which then grows by one; false where it is not. */
    boolean replace(ClinicId clinic, PractitionerId practitioner, int version, WorkingHours hours);

    /** @param zone the clinic's, in which the hours are meant */
    record Versioned(WorkingHours hours, int version, ZoneId zone) {}
}
