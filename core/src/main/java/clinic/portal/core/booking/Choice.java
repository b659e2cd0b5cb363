package clinic.portal.core.booking;

import clinic.portal.core.booking.Appointment.Place;
import clinic.portal.core.calendar.Schedule;
import clinic.portal.core.calendar.Schedule.Column;
import clinic.portal.core.calendar.SlotFinder;
import clinic.portal.core.catalogue.PractitionerId;
import clinic.portal.core.catalogue.RoomId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which of several practitioners, and which room. */
final class Choice {
    private Choice() {}

    /**
     * At a time that is offered; whoever has the least to do that day.
     *
     * @param preferred before all others, where they are free then
     */
    static Place offered(Schedule schedule, Instant startsAt, Instant now, @Nullable PractitionerId preferred) {
        var slot = SlotFinder.at(schedule, startsAt, now);
        if (slot.isEmpty()) {
            boolean wouldBe = SlotFinder.at(schedule.allFree(), startsAt, now).isPresent();
            throw wouldBe ? new SlotTaken() : new SlotNotOffered();
        }
        var free = slot.get().practitioners();
        return place(
                schedule,
                preferred != null && free.contains(preferred) ? preferred : leastBusy(schedule, free, startsAt),
                startsAt);
    }

    /**
     * At any time after {@code earliest} at which somebody is free.
     *
     * @param overbook why it shall be there even where nobody is; the first practitioner and, of the rooms, one that is
     *     free or else the first
     */
    static Place anywhere(Schedule schedule, Instant startsAt, Instant earliest, @Nullable String overbook) {
        boolean noSuchRoom = needsRoom(schedule) && schedule.rooms().isEmpty();
        if (!startsAt.isAfter(earliest) || schedule.practitioners().isEmpty() || noSuchRoom) {
            throw new SlotNotOffered();
        }
        var treatment = schedule.treatment();
        long from = startsAt.minus(treatment.bufferBefore()).getEpochSecond();
        long to = startsAt.plus(treatment.duration())
                .plus(treatment.bufferAfter())
                .getEpochSecond();
        List<PractitionerId> free = schedule.practitioners().stream()
                .filter(each -> each.busy().isFree(from, to))
                .map(Column::practitioner)
                .toList();
        var rooms = SlotFinder.freeRooms(schedule, startsAt);
        if (!free.isEmpty() && !(needsRoom(schedule) && rooms.isEmpty())) {
            return place(schedule, leastBusy(schedule, free, startsAt), startsAt);
        }
        if (overbook == null) {
            throw new SlotTaken();
        }
        var practitioner = free.isEmpty()
                ? schedule.practitioners().getFirst().practitioner()
                : leastBusy(schedule, free, startsAt);
        return place(schedule, practitioner, room(schedule, rooms), startsAt, overbook);
    }

    private static PractitionerId leastBusy(Schedule schedule, List<PractitionerId> free, Instant startsAt) {
        ZoneId zone = schedule.house().zone();
        LocalDate day = LocalDate.ofInstant(startsAt, zone);
        long from = day.atStartOfDay(zone).toEpochSecond();
        long to = day.plusDays(1).atStartOfDay(zone).toEpochSecond();
        return schedule.practitioners().stream()
                .filter(each -> free.contains(each.practitioner()))
                .min(Comparator.comparingLong(each -> each.busy().secondsWithin(from, to)))
                .map(Column::practitioner)
                .orElseThrow();
    }

    private static Place place(Schedule schedule, PractitionerId practitioner, Instant startsAt) {
        var rooms = SlotFinder.freeRooms(schedule, startsAt);
        return place(schedule, practitioner, room(schedule, rooms), startsAt, null);
    }

    private static @Nullable RoomId room(Schedule schedule, List<RoomId> free) {
        if (!needsRoom(schedule)) {
            return null;
        }
        return free.isEmpty() ? schedule.rooms().getFirst().room() : free.getFirst();
    }

    private static Place place(
            Schedule schedule,
            PractitionerId practitioner,
            @Nullable RoomId room,
            Instant startsAt,
            @Nullable String overbooked) {
        var treatment = schedule.treatment();
        return new Place(
                practitioner,
                room,
                startsAt,
                startsAt.plus(treatment.duration()),
                treatment.bufferBefore(),
                treatment.bufferAfter(),
                overbooked);
    }

    private static boolean needsRoom(Schedule schedule) {
        return schedule.treatment().plan().roomKind() != null;
    }
}
