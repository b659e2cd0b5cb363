package clinic.portal.rest.calendar;

import clinic.portal.core.calendar.LocalSpan;
import clinic.portal.core.calendar.WorkingHours;
import clinic.portal.core.calendar.WorkingHours.Shift;
import clinic.portal.rest.api.model.Weekday;
import clinic.portal.rest.api.model.WorkingOverride;
import clinic.portal.rest.api.model.WorkingShift;
import java.util.Comparator;
import java.util.List;

/** Hours as the contract writes them: in order of time, whatever order they were sent in. */
final class WeekPages {
    private WeekPages() {}

    static List<WorkingShift> weekly(WorkingHours hours) {
        return hours.weekly().stream()
                .sorted(Comparator.comparing(Shift::day)
                        .thenComparingInt(shift -> shift.span().from()))
                .map(shift -> new WorkingShift(
                        Weekday.valueOf(shift.day().name()),
                        time(shift.span().from()),
                        time(shift.span().to()),
                        spans(shift.breaks())))
                .toList();
    }

    static List<WorkingOverride> overrides(WorkingHours hours) {
        return hours.overrides().stream()
                .sorted(Comparator.comparing(WorkingHours.Override::date))
                .map(each -> new WorkingOverride(each.date(), spans(each.spans())))
                .toList();
    }

    private static List<clinic.portal.rest.api.model.LocalSpan> spans(List<LocalSpan> spans) {
        return spans.stream()
                .sorted(Comparator.comparingInt(LocalSpan::from))
                .map(span -> new clinic.portal.rest.api.model.LocalSpan(time(span.from()), time(span.to())))
                .toList();
    }

    private static String time(int minutes) {
        return "%02d:%02d".formatted(minutes / 60, minutes % 60);
    }
}
