package clinic.portal.rest.shared;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** Times as the contract writes them, with the offset of the clinic's zone, and as it reads them. */
public final class Zoned {
    private Zoned() {}

    public static OffsetDateTime toDto(Instant time, ZoneId zone) {
        return time.atZone(zone).toOffsetDateTime();
    }

    /** To the second: no clinic's day has anything finer, and databases round. */
    public static Instant second(OffsetDateTime time) {
        return time.toInstant().truncatedTo(ChronoUnit.SECONDS);
    }
}
