package clinic.portal.core.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Part of a day by the clinic's own clocks, whatever those do that day.
 *
 * @param from minutes after midnight, 0 to 1439
 * @param to minutes after midnight, after {@code from}, at most 1440, which is the next midnight
 */
public record LocalSpan(int from, int to) {
    public static final int MIDNIGHT = 24 * 60;

    public LocalSpan {
        if (from < 0 || to <= from || to > MIDNIGHT) {
            throw new IllegalArgumentException("Not a part of a day: %d to %d".formatted(from, to));
        }
    }

    /** Where the clocks skip {@code from}, the moment they are put forward; where they show it twice, the first time. */
    public Instant startsOn(LocalDate date, ZoneId zone) {
        return Instant.ofEpochSecond(ClockDay.of(date, zone.getRules()).edge(from));
    }

    /** As {@link #startsOn}; not after it where the clocks skip the whole span. */
    public Instant endsOn(LocalDate date, ZoneId zone) {
        return Instant.ofEpochSecond(ClockDay.of(date, zone.getRules()).edge(to));
    }
}
