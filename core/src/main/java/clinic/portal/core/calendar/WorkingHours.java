package clinic.portal.core.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * When a practitioner works, by the clinic's own clocks.
 *
 * @param weekly a shift or several on each weekday
 * @param overrides what holds on a date instead of the weekly hours; no spans: does not work that day
 */
public record WorkingHours(List<Shift> weekly, List<Override> overrides) {
    public static final WorkingHours NONE = new WorkingHours(List.of(), List.of());

    public WorkingHours {
        weekly = List.copyOf(weekly);
        overrides = List.copyOf(overrides);
    }

    /** @param breaks within the span, in any order */
    public record Shift(DayOfWeek day, LocalSpan span, List<LocalSpan> breaks) {
        public Shift {
            breaks = List.copyOf(breaks);
        }

        private List<LocalSpan> worked() {
            var left = new ArrayList<LocalSpan>();
            int from = span.from();
            for (LocalSpan pause : inOrder(breaks)) {
                addSpan(left, from, Math.min(pause.from(), span.to()));
                from = Math.max(from, pause.to());
            }
            addSpan(left, from, span.to());
            return left;
        }
    }

    public record Override(LocalDate date, List<LocalSpan> spans) {
        public Override {
            spans = List.copyOf(spans);
        }
    }

    /** In order; spans that touch are one, so that a treatment can reach from one into the other. */
    public List<LocalSpan> on(LocalDate date) {
        var changed = overrides.stream().filter(each -> each.date.equals(date)).toList();
        return changed.isEmpty()
                ? on(date.getDayOfWeek())
                : merged(changed.stream().flatMap(each -> each.spans.stream()).toList());
    }

    List<LocalSpan> on(DayOfWeek day) {
        return merged(weekly.stream()
                .filter(each -> each.day == day)
                .flatMap(each -> each.worked().stream())
                .toList());
    }

    /** Whether an appointment lies within one span of the day, by the clinic's clocks, on which it starts. */
    public boolean covers(Instant startsAt, Instant endsAt, ZoneId zone) {
        var date = startsAt.atZone(zone).toLocalDate();
        return on(date).stream()
                .anyMatch(span ->
                        !startsAt.isBefore(span.startsOn(date, zone)) && !endsAt.isAfter(span.endsOn(date, zone)));
    }

    private static List<LocalSpan> merged(List<LocalSpan> spans) {
        var merged = new ArrayList<LocalSpan>();
        for (LocalSpan span : inOrder(spans)) {
            if (merged.isEmpty() || merged.getLast().to() < span.from()) {
                merged.add(span);
            } else {
                var last = merged.removeLast();
                merged.add(new LocalSpan(last.from(), Math.max(last.to(), span.to())));
            }
        }
        return List.copyOf(merged);
    }

    private static List<LocalSpan> inOrder(List<LocalSpan> spans) {
        return spans.stream().sorted(Comparator.comparingInt(LocalSpan::from)).toList();
    }

    private static void addSpan(List<LocalSpan> spans, int from, int to) {
        if (from < to) {
            spans.add(new LocalSpan(from, to));
        }
    }
}
