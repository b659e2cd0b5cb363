package clinic.portal.rest.calendar;

import clinic.portal.core.calendar.LocalSpan;
import clinic.portal.core.calendar.WorkingHours;
import clinic.portal.core.calendar.WorkingHours.Shift;
import clinic.portal.core.shared.Invalid;
import clinic.portal.core.shared.Invalid.Violation;
import clinic.portal.rest.api.model.Weekday;
import clinic.portal.rest.api.model.WorkingHoursInput;
import clinic.portal.rest.api.model.WorkingOverride;
import clinic.portal.rest.api.model.WorkingShift;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Reads hours as they were sent, and notes all that a schema cannot see is wrong with them. */
final class WeekRules {
    private final List<Violation> wrong = new ArrayList<>();

    private WeekRules() {}

    /** @throws Invalid for spans that end before they begin, overlap, or lie outside of their shift; names all */
    static WorkingHours read(WorkingHoursInput input) {
        var rules = new WeekRules();
        var weekly = rules.weekly(input.weekly());
        var overrides = rules.overrides(input.overrides());
        if (!rules.wrong.isEmpty()) {
            throw new Invalid(rules.wrong);
        }
        return new WorkingHours(weekly, overrides);
    }

    private List<Shift> weekly(List<WorkingShift> sent) {
        var shifts = new ArrayList<Shift>();
        Map<DayOfWeek, List<LocalSpan>> taken = new EnumMap<>(DayOfWeek.class);
        for (int i = 0; i < sent.size(); i++) {
            String pointer = "/weekly/" + i;
            WorkingShift each = sent.get(i);
            DayOfWeek day = day(each.weekday());
            var span = span(each.from(), each.to(), pointer);
            if (span.isPresent()) {
                apart(span.get(), taken.computeIfAbsent(day, fresh -> new ArrayList<>()), pointer);
                shifts.add(new Shift(day, span.get(), breaks(each, span.get(), pointer)));
            }
        }
        return shifts;
    }

    private List<LocalSpan> breaks(WorkingShift shift, LocalSpan within, String pointer) {
        var breaks = spans(Objects.requireNonNullElse(shift.breaks(), List.of()), pointer + "/breaks");
        breaks.forEach((place, each) -> {
            if (each.from() < within.from() || each.to() > within.to()) {
                wrong.add(new Violation(place, "outside_shift", "A break lies within its shift."));
            }
        });
        return List.copyOf(breaks.values());
    }

    private List<WorkingHours.Override> overrides(List<WorkingOverride> sent) {
        var overrides = new ArrayList<WorkingHours.Override>();
        var dates = new HashSet<LocalDate>();
        for (int i = 0; i < sent.size(); i++) {
            String pointer = "/overrides/" + i;
            WorkingOverride each = sent.get(i);
            if (!dates.add(each.date())) {
                wrong.add(new Violation(pointer + "/date", "repeated", "This date has an override already."));
            }
            var hours = spans(each.hours(), pointer + "/hours");
            overrides.add(new WorkingHours.Override(each.date(), List.copyOf(hours.values())));
        }
        return overrides;
    }

    /** By their places in the request; those that are none are left out. */
    private Map<String, LocalSpan> spans(List<clinic.portal.rest.api.model.LocalSpan> sent, String pointer) {
        Map<String, LocalSpan> read = new LinkedHashMap<>();
        var taken = new ArrayList<LocalSpan>();
        for (int i = 0; i < sent.size(); i++) {
            String place = pointer + "/" + i;
            span(sent.get(i).from(), sent.get(i).to(), place).ifPresent(span -> {
                apart(span, taken, place);
                read.put(place, span);
            });
        }
        return read;
    }

    private Optional<LocalSpan> span(String from, String to, String pointer) {
        if (minutes(to) <= minutes(from)) {
            wrong.add(new Violation(pointer + "/to", "not_after_from", "Must be later than from."));
            return Optional.empty();
        }
        return Optional.of(new LocalSpan(minutes(from), minutes(to)));
    }

    private void apart(LocalSpan span, List<LocalSpan> others, String pointer) {
        if (others.stream().anyMatch(other -> span.from() < other.to() && other.from() < span.to())) {
            wrong.add(new Violation(pointer, "overlaps", "Overlaps with one before it."));
        }
        others.add(span);
    }

    /** @param time HH:MM, as the contract has made sure */
    private static int minutes(String time) {
        return 60 * Integer.parseInt(time.substring(0, 2)) + Integer.parseInt(time.substring(3));
    }

    private static DayOfWeek day(Weekday weekday) {
        return DayOfWeek.valueOf(weekday.name());
    }
}
