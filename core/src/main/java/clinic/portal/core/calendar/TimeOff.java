package clinic.portal.core.calendar;

import clinic.portal.core.catalogue.PractitionerId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A practitioner is away.
 *
 * @param zone the clinic's: the times are meant there
 */
public record TimeOff(
        Id id,
        PractitionerId practitioner,
        Instant startsAt,
        Instant endsAt,
        ZoneId zone,
        @Nullable String reason) {
    public record Id(UUID value) {}
}
