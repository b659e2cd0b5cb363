package clinic.portal.core.calendar;

import clinic.portal.core.calendar.Diary.Person;
import clinic.portal.core.calendar.Diary.Stretch;
import clinic.portal.core.catalogue.PractitionerId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Slots as one would find them with a pencil: every minute of every day, every practitioner, every rule, one after the
 * other. Shares no code with the finder; looks at a clock that ticks minute by minute instead of at rules for its changes.
 */
final class SlowSlots {
    private final Diary diary;

    private SlowSlots(Diary diary) {
        this.diary = diary;
    }

    static List<DaySlots> of(Diary diary) {
        return diary.from()
                .datesUntil(diary.to().plusDays(1))
                .map(date -> new DaySlots(date, new SlowSlots(diary).on(date)))
                .toList();
    }

    private List<Slot> on(LocalDate date) {
        var takers = new TreeMap<Instant, List<PractitionerId>>();
        for (int i = 0; i < diary.people().size(); i++) {
            boolean[] worked = workedMinutes(diary.people().get(i).hours(), date);
            for (int minute = 0; minute < worked.length; minute++) {
                var start = slotAt(date, minute, worked, diary.people().get(i));
                if (start.isPresent()) {
                    takers.computeIfAbsent(start.get(), none -> new ArrayList<>())
                            .add(Plans.practitioner(i));
                }
            }
        }
        return takers.entrySet().stream()
                .map(each -> new Slot(each.getKey(), each.getValue()))
                .toList();
    }

    private Optional<Instant> slotAt(LocalDate date, int minute, boolean[] worked, Person person) {
        if (!worked[minute]
                || (minute - spanStart(worked, minute)) % diary.grid().toMinutes() != 0) {
            return Optional.empty();
        }
        var local = date.atStartOfDay().plusMinutes(minute);
        var start = firstAtOrAfter(local);
        var closes = firstAtOrAfter(date.atStartOfDay().plusMinutes(spanEnd(worked, minute)));
        boolean offered = localTime(start).equals(local)
                && !diary.end(start).isAfter(closes)
                && !start.isBefore(diary.now().plus(diary.policy().notice()))
                && ChronoUnit.DAYS.between(localTime(diary.now()).toLocalDate(), date)
                        <= diary.policy().horizonDays()
                && diary.closedOn().stream().noneMatch(shut -> isWithin(date, shut))
                && isFree(person.busy(), start)
                && (diary.treatment().plan().roomKind() == null
                        || diary.rooms().stream().anyMatch(busy -> isFree(busy, start)));
        return offered ? Optional.of(start) : Optional.empty();
    }

    private boolean isFree(List<Stretch> busy, Instant start) {
        return busy.stream().noneMatch(diary.occupied(start)::overlaps);
    }

    private static boolean isWithin(LocalDate date, Schedule.Days shut) {
        return date.compareTo(shut.from()) >= 0 && date.compareTo(shut.to()) <= 0;
    }

    static boolean[] workedMinutes(WorkingHours hours, LocalDate date) {
        boolean[] worked = new boolean[LocalSpan.MIDNIGHT];
        boolean changed =
                hours.overrides().stream().anyMatch(each -> each.date().equals(date));
        for (int minute = 0; minute < worked.length; minute++) {
            int now = minute;
            worked[minute] = changed
                    ? hours.overrides().stream()
                            .filter(each -> each.date().equals(date))
                            .flatMap(each -> each.spans().stream())
                            .anyMatch(span -> contains(span, now))
                    : hours.weekly().stream()
                            .filter(shift -> shift.day() == date.getDayOfWeek())
                            .anyMatch(shift -> contains(shift.span(), now)
                                    && shift.breaks().stream().noneMatch(pause -> contains(pause, now)));
        }
        return worked;
    }

    private static boolean contains(LocalSpan span, int minute) {
        return span.from() <= minute && minute < span.to();
    }

    static int spanStart(boolean[] worked, int minute) {
        return minute > 0 && worked[minute - 1] ? spanStart(worked, minute - 1) : minute;
    }

    private static int spanEnd(boolean[] worked, int minute) {
        return minute < worked.length && worked[minute] ? spanEnd(worked, minute + 1) : minute;
    }

    /** When the clocks show this time first, or a later one if they skip it. No clock jumps further than three hours. */
    private Instant firstAtOrAfter(LocalDateTime local) {
        var around = diary.zone().getRules().getOffset(local.toInstant(ZoneOffset.UTC));
        var time = local.toInstant(around).minus(3, ChronoUnit.HOURS);
        while (localTime(time).isBefore(local)) {
            time = time.plus(1, ChronoUnit.MINUTES);
        }
        return time;
    }

    private LocalDateTime localTime(Instant time) {
        return time.atZone(diary.zone()).toLocalDateTime();
    }
}
