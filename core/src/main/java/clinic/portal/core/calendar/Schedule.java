package clinic.portal.core.calendar;

import clinic.portal.core.catalogue.PractitionerId;
import clinic.portal.core.catalogue.RoomId;
import clinic.portal.core.catalogue.Treatment;
import clinic.portal.core.clinic.BookingPolicy;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * All that decides when one treatment can be had, as read in one go: a function of this and the time of day is what is
 * offered, and what is booked.
 *
 * @param practitioners who can do it, or the one who was asked for
 * @param rooms of the kind it needs; none where it needs no certain kind
 * @param closedOn days on which nobody works
 */
public record Schedule(
        House house, Treatment treatment, List<Column> practitioners, List<RoomColumn> rooms, List<Days> closedOn) {
    public Schedule {
        practitioners = List.copyOf(practitioners);
        rooms = List.copyOf(rooms);
        closedOn = List.copyOf(closedOn);
    }

    /** @param zone in which days and working hours are meant */
    public record House(ZoneId zone, BookingPolicy policy, boolean portalOn, boolean bookingOn) {}

    /**
     * One practitioner.
     *
     * @param busy appointments with their buffers, holds and time off
     */
    public record Column(PractitionerId practitioner, String name, WorkingHours hours, BusyTimes busy) {}

    public record RoomColumn(RoomId room, BusyTimes busy) {}

    /** @param to the last of them */
    public record Days(LocalDate from, LocalDate to) {
        boolean contain(LocalDate date) {
            return !date.isBefore(from) && !date.isAfter(to);
        }
    }

    /** The same, if nobody had anything to do: what is offered of it, the clinic could do at that time on another day. */
    public Schedule allFree() {
        return new Schedule(
                house,
                treatment,
                practitioners.stream()
                        .map(each -> new Column(each.practitioner, each.name, each.hours, BusyTimes.NONE))
                        .toList(),
                rooms.stream()
                        .map(each -> new RoomColumn(each.room, BusyTimes.NONE))
                        .toList(),
                closedOn);
    }
}
