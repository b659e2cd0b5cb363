package clinic.portal.rest.shared;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/** Times as the contract writes them: with the offset of the clinic's zone. */
public final class Zoned {
    private Zoned() {}

    public static OffsetDateTime toDto(Instant time, ZoneId zone) {
        return time.atZone(zone).toOffsetDateTime();
    }
}
