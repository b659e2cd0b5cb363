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

    /** At any time to come at which somebody is free. */
    static Place free(Schedule schedule, Instant startsAt, Instant now) {
        boolean noSuchRoom = needsRoom(schedule) && schedule.rooms().isEmpty();
        if (!startsAt.isAfter(now) || schedule.practitioners().isEmpty() || noSuchRoom) {
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
        if (free.isEmpty()
                || (needsRoom(schedule)
                        && SlotFinder.freeRooms(schedule, startsAt).isEmpty())) {
            throw new SlotTaken();
        }
        return place(schedule, leastBusy(schedule, free, startsAt), startsAt);
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
        var treatment = schedule.treatment();
        RoomId room =
                needsRoom(schedule) ? SlotFinder.freeRooms(schedule, startsAt).getFirst() : null;
        return new Place(
                practitioner,
                room,
                startsAt,
                startsAt.plus(treatment.duration()),
                treatment.bufferBefore(),
                treatment.bufferAfter());
    }

    private static boolean needsRoom(Schedule schedule) {
        return schedule.treatment().plan().roomKind() != null;
    }
}
