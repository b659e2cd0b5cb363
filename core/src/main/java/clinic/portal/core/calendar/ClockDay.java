package clinic.portal.core.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import org.jspecify.annotations.Nullable;

/** What the clocks of a place show in the course of one day: turns minutes after midnight into seconds since 1970. */
final class ClockDay {
    /** Instead of a second, for a minute that the clocks skip. */
    static final long SKIPPED = Long.MIN_VALUE;

    private final LocalDateTime midnight;
    private final ZoneRules rules;
    private final long start;
    private final boolean even;

    private ClockDay(LocalDateTime midnight, ZoneRules rules) {
        this.midnight = midnight;
        this.rules = rules;
        this.start = midnight.toEpochSecond(rules.getOffset(midnight));
        this.even = rules.getTransition(midnight) == null && !changesAfter(start);
    }

    static ClockDay of(LocalDate date, ZoneRules rules) {
        return new ClockDay(date.atStartOfDay(), rules);
    }

    /** Up to the next midnight and including it, since that is the edge of a span, too. */
    private boolean changesAfter(long second) {
        var next = rules.nextTransition(Instant.ofEpochSecond(second));
        return next != null && next.toEpochSecond() - second <= 60L * LocalSpan.MIDNIGHT;
    }

    /** {@link #SKIPPED}, or the second at which the clocks show this minute, the first time if they show it twice. */
    long second(int minute) {
        return !even && skip(minute) != null ? SKIPPED : firstTime(minute);
    }

    /** The same, but when the clocks are put forward if they skip it. */
    long edge(int minute) {
        var skip = even ? null : skip(minute);
        return skip != null ? skip.toEpochSecond() : firstTime(minute);
    }

    private @Nullable ZoneOffsetTransition skip(int minute) {
        var change = rules.getTransition(midnight.plusMinutes(minute));
        return change != null && change.isGap() ? change : null;
    }

    /** Of two offsets, ZoneRules tells the one before the change. */
    private long firstTime(int minute) {
        if (even) {
            return start + 60L * minute;
        }
        var local = midnight.plusMinutes(minute);
        return local.toEpochSecond(rules.getOffset(local));
    }
}
