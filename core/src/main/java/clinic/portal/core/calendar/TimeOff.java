package clinic.portal.core.calendar;

import clinic.portal.core.catalogue.PractitionerId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A practitioner is away. */
public record TimeOff(
        Id id,
        PractitionerId practitioner,
        Instant startsAt,
        Instant endsAt,
        @Nullable String reason) {
    public record Id(UUID value) {}
}
