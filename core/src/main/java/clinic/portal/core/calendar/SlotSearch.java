package clinic.portal.core.calendar;

import static java.util.stream.Collectors.toSet;

import clinic.portal.core.catalogue.PractitionerId;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Looks through days, from the first to the last. For each minute of a day it keeps a set of bits, one for each
 * practitioner who could begin then, and makes objects only of minutes at which somebody could.
 */
final class SlotSearch {
    private final LocalDate today;
    private final LocalDate horizon;
    private final List<Schedule.Days> closedOn;
    private final ZoneRules rules;
    private final long earliest;
    private final int grid;
    private final long duration;
    private final long before;
    private final long after;
    private final List<Desk> desks;
    private final List<BusyTimes.Sweep> rooms;
    private final boolean needsRoom;
    private final int words;
    private final long[] takers;

    SlotSearch(Schedule schedule, Instant now) {
        var house = schedule.house();
        var treatment = schedule.treatment();
        this.today = now.atZone(house.zone()).toLocalDate();
        this.horizon = today.plusDays(house.policy().horizonDays());
        this.closedOn = schedule.closedOn();
        this.rules = house.zone().getRules();
        this.earliest = roundedUp(now.plus(house.policy().notice()));
        this.grid = (int) Objects.requireNonNullElse(
                        treatment.plan().grid(), house.policy().grid())
                .toMinutes();
        this.duration = treatment.duration().toSeconds();
        this.before = treatment.bufferBefore().toSeconds();
        this.after = treatment.bufferAfter().toSeconds();
        this.desks = schedule.practitioners().stream().map(Desk::new).toList();
        this.rooms = schedule.rooms().stream().map(each -> each.busy().sweep()).toList();
        this.needsRoom = treatment.plan().roomKind() != null;
        this.words = (desks.size() + Long.SIZE - 1) / Long.SIZE;
        this.takers = new long[LocalSpan.MIDNIGHT * words];
    }

    private static long roundedUp(Instant time) {
        return time.plus(Duration.ofSeconds(1).minusNanos(1)).getEpochSecond();
    }

    LocalDate notBeforeToday(LocalDate date) {
        return date.isBefore(today) ? today : date;
    }

    LocalDate notBeyondHorizon(LocalDate date) {
        return date.isAfter(horizon) ? horizon : date;
    }

    /** @param date after that of the call before */
    List<Slot> on(LocalDate date) {
        if (date.isBefore(today) || date.isAfter(horizon) || closedOn.stream().anyMatch(days -> days.contain(date))) {
            return List.of();
        }
        var clock = ClockDay.of(date, rules);
        Arrays.fill(takers, 0);
        for (int i = 0; i < desks.size(); i++) {
            for (LocalSpan span : desks.get(i).on(date)) {
                mark(i, span, clock);
            }
        }
        return marked(clock);
    }

    private void mark(int practitioner, LocalSpan span, ClockDay clock) {
        var sweep = desks.get(practitioner).sweep;
        int word = practitioner / Long.SIZE;
        long bit = 1L << practitioner;
        long latest = clock.edge(span.to()) - duration;
        for (int minute = span.from(); minute < span.to(); minute += grid) {
            long start = clock.second(minute);
            if (start > latest) {
                break;
            }
            if (start >= earliest && sweep.isFree(start - before, start + duration + after)) {
                takers[minute * words + word] |= bit;
            }
        }
    }

    private List<Slot> marked(ClockDay clock) {
        var slots = new ArrayList<Slot>();
        for (int minute = 0; minute < LocalSpan.MIDNIGHT; minute++) {
            if (anybodyAt(minute)) {
                long start = clock.second(minute);
                if (!needsRoom || aRoomIsFree(start)) {
                    slots.add(new Slot(Instant.ofEpochSecond(start), takersAt(minute)));
                }
            }
        }
        return slots;
    }

    private boolean anybodyAt(int minute) {
        for (int word = 0; word < words; word++) {
            if (takers[minute * words + word] != 0) {
                return true;
            }
        }
        return false;
    }

    private boolean aRoomIsFree(long start) {
        for (var room : rooms) {
            if (room.isFree(start - before, start + duration + after)) {
                return true;
            }
        }
        return false;
    }

    private List<PractitionerId> takersAt(int minute) {
        var found = new ArrayList<PractitionerId>();
        for (int word = 0; word < words; word++) {
            for (long left = takers[minute * words + word]; left != 0; left &= left - 1) {
                int practitioner = word * Long.SIZE + Long.numberOfTrailingZeros(left);
                found.add(desks.get(practitioner).practitioner);
            }
        }
        return found;
    }

    /** A practitioner; the hours of each weekday are worked out once, when they are needed. */
    private static final class Desk {
        private final PractitionerId practitioner;
        private final BusyTimes.Sweep sweep;
        private final WorkingHours hours;
        private final Set<LocalDate> overridden;
        private final Map<DayOfWeek, List<LocalSpan>> weekly = new EnumMap<>(DayOfWeek.class);

        private Desk(Schedule.Column column) {
            practitioner = column.practitioner();
            sweep = column.busy().sweep();
            hours = column.hours();
            overridden =
                    hours.overrides().stream().map(WorkingHours.Override::date).collect(toSet());
        }

        private List<LocalSpan> on(LocalDate date) {
            return overridden.contains(date) ? hours.on(date) : weekly.computeIfAbsent(date.getDayOfWeek(), hours::on);
        }
    }
}
