package clinic.portal.core.calendar;

import clinic.portal.core.catalogue.RoomId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns rules and busy times into slots. A pure function, and the only one: offering and booking both ask it.
 *
 * <p>A treatment lies within one span of working hours; what it needs before and after may reach beyond it, but not into
 * time that is taken.
 */
public final class SlotFinder {
    private SlotFinder() {}

    /** @param to the last day; every day of the range is in the answer, those without a slot too */
    public static List<DaySlots> find(Schedule schedule, LocalDate from, LocalDate to, Instant now) {
        var search = new SlotSearch(schedule, now);
        var days = new ArrayList<DaySlots>();
        for (var date = from; !date.isAfter(to); date = date.plusDays(1)) {
            days.add(new DaySlots(date, search.on(date)));
        }
        return List.copyOf(days);
    }

    /** The soonest slot within these days. */
    public static Optional<Slot> first(Schedule schedule, LocalDate from, LocalDate to, Instant now) {
        var search = new SlotSearch(schedule, now);
        var last = search.notBeyondHorizon(to);
        for (var date = search.notBeforeToday(from); !date.isAfter(last); date = date.plusDays(1)) {
            var slots = search.on(date);
            if (!slots.isEmpty()) {
                return Optional.of(slots.getFirst());
            }
        }
        return Optional.empty();
    }

    /** The slot that {@link #find} tells of this very moment, if it does. */
    public static Optional<Slot> at(Schedule schedule, Instant startsAt, Instant now) {
        var date = startsAt.atZone(schedule.house().zone()).toLocalDate();
        return new SlotSearch(schedule, now)
                .on(date).stream()
                        .filter(slot -> slot.startsAt().equals(startsAt))
                        .findAny();
    }

    /** Rooms that are free for the treatment and what it needs before and after; none where it needs no room. */
    public static List<RoomId> freeRooms(Schedule schedule, Instant startsAt) {
        var treatment = schedule.treatment();
        if (treatment.plan().roomKind() == null) {
            return List.of();
        }
        long from = startsAt.minus(treatment.bufferBefore()).getEpochSecond();
        long to = startsAt.plus(treatment.duration())
                .plus(treatment.bufferAfter())
                .getEpochSecond();
        return schedule.rooms().stream()
                .filter(each -> each.busy().isFree(from, to))
                .map(Schedule.RoomColumn::room)
                .toList();
    }
}
