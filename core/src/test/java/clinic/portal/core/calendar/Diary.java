package clinic.portal.core.calendar;

import static clinic.portal.core.calendar.Plans.aColumn;
import static clinic.portal.core.calendar.Plans.aRoom;

import clinic.portal.core.calendar.Schedule.Column;
import clinic.portal.core.calendar.Schedule.Days;
import clinic.portal.core.calendar.Schedule.House;
import clinic.portal.core.calendar.Schedule.RoomColumn;
import clinic.portal.core.catalogue.Treatment;
import clinic.portal.core.clinic.BookingPolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What was asked of whom, with busy times as plain lists: both the finder and the slow reference can read it. */
record Diary(
        ZoneId zone,
        LocalDate from,
        LocalDate to,
        Instant now,
        BookingPolicy policy,
        Treatment treatment,
        List<Person> people,
        List<List<Stretch>> rooms,
        List<Days> closedOn) {

    record Stretch(Instant from, Instant to) {
        boolean overlaps(Stretch other) {
            return from.isBefore(other.to)
                    && other.from.isBefore(to)
                    && from.isBefore(to)
                    && other.from.isBefore(other.to);
        }
    }

    record Person(WorkingHours hours, List<Stretch> busy) {}

    Schedule schedule() {
        return new Schedule(
                new House(zone, policy, true, true),
                treatment,
                IntStream.range(0, people.size()).mapToObj(this::column).toList(),
                IntStream.range(0, rooms.size()).mapToObj(this::roomColumn).toList(),
                closedOn);
    }

    private Column column(int i) {
        return aColumn(i, people.get(i).hours, busyTimes(people.get(i).busy));
    }

    private RoomColumn roomColumn(int i) {
        return aRoom(i, busyTimes(rooms.get(i)));
    }

    static BusyTimes busyTimes(List<Stretch> stretches) {
        return BusyTimes.of(
                stretches.stream().mapToLong(each -> each.from.getEpochSecond()).toArray(),
                stretches.stream().mapToLong(each -> each.to.getEpochSecond()).toArray());
    }

    List<DaySlots> found() {
        return SlotFinder.find(schedule(), from, to, now);
    }

    List<Slot> slots() {
        return found().stream().flatMap(day -> day.slots().stream()).toList();
    }

    /** What a treatment that starts then keeps busy. */
    Stretch occupied(Instant startsAt) {
        return new Stretch(
                startsAt.minus(treatment.bufferBefore()), end(startsAt).plus(treatment.bufferAfter()));
    }

    Instant end(Instant startsAt) {
        return startsAt.plus(treatment.duration());
    }

    Duration grid() {
        var own = treatment.plan().grid();
        return own != null ? own : policy.grid();
    }

    Diary withBusy(int person, Stretch more) {
        var changed = new ArrayList<>(people);
        var before = people.get(person);
        changed.set(person, new Person(before.hours, and(before.busy, more)));
        return new Diary(zone, from, to, now, policy, treatment, changed, rooms, closedOn);
    }

    Diary withRoomBusy(int room, Stretch more) {
        var changed = new ArrayList<>(rooms);
        changed.set(room, and(rooms.get(room), more));
        return new Diary(zone, from, to, now, policy, treatment, people, changed, closedOn);
    }

    private static List<Stretch> and(List<Stretch> stretches, Stretch more) {
        var all = new ArrayList<>(stretches);
        all.add(more);
        return all;
    }
}
