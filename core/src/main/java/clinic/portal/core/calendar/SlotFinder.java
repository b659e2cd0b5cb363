package clinic.portal.core.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Turns rules and busy times into slots. A pure function, and the only one: offering and booking both ask it. */
public final class SlotFinder {
    private SlotFinder() {}

    /** @param to the last day; every day of the range is in the answer, those without a slot too */
    public static List<DaySlots> find(Schedule schedule, LocalDate from, LocalDate to, Instant now) {
        throw new UnsupportedOperationException();
    }

    /** The soonest slot within these days. */
    public static Optional<Slot> first(Schedule schedule, LocalDate from, LocalDate to, Instant now) {
        throw new UnsupportedOperationException();
    }

    public static Optional<Slot> at(Schedule schedule, Instant startsAt, Instant now) {
        throw new UnsupportedOperationException();
    }

    public static List<clinic.portal.core.catalogue.RoomId> freeRooms(Schedule schedule, Instant startsAt) {
        throw new UnsupportedOperationException();
    }
}
