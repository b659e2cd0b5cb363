package clinic.portal.core.booking;

import clinic.portal.core.calendar.HoldId;
import clinic.portal.core.catalogue.PractitionerId;
import clinic.portal.core.catalogue.TreatmentId;
import clinic.portal.core.packages.PackageId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody would like to book.
 *
 * @param practitioner anybody who is free, where absent
 * @param hold theirs, which the booking takes the place of; one that is over or for something else does no harm
 * @param pack a package of theirs, of which a session is set aside for it
 * @param notes for the clinic
 */
public record Wish(
        TreatmentId treatment,
        @Nullable PractitionerId practitioner,
        Instant startsAt,
        @Nullable HoldId hold,
        @Nullable PackageId pack,
        @Nullable String notes) {}
