package clinic.portal.core.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

/**
 * When a practitioner works, by the clinic's own clocks.
 *
 * @param weekly a shift or several on each weekday
 * @param overrides what holds on a date instead of the weekly hours; no spans: does not work that day
 */
public record WorkingHours(List<Shift> weekly, List<Override> overrides) {
    public WorkingHours {
        weekly = List.copyOf(weekly);
        overrides = List.copyOf(overrides);
    }

    /** @param breaks within the span, in any order */
    public record Shift(DayOfWeek day, LocalSpan span, List<LocalSpan> breaks) {
        public Shift {
            breaks = List.copyOf(breaks);
        }
    }

    public record Override(LocalDate date, List<LocalSpan> spans) {
        public Override {
            spans = List.copyOf(spans);
        }
    }

    public boolean covers(java.time.Instant startsAt, java.time.Instant endsAt, java.time.ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
