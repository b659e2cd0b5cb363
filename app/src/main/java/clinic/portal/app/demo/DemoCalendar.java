package clinic.portal.app.demo;

import clinic.portal.app.demo.DemoCatalogue.Room;
import clinic.portal.app.demo.DemoCatalogue.Treatment;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who is busy when at one clinic, so that no practitioner, client or room is promised to two people at once. */
final class DemoCalendar {
    private static final int GRID_MINUTES = 15;

    /**
     * @param room where the treatment needs one
     * @param busyFrom of practitioner and room, with what the treatment needs before it
     * @param busyTo with what it needs after it
     */
    record Slot(
            UUID practitioner,
            @Nullable UUID room,
            Instant startsAt,
            Instant endsAt,
            Instant busyFrom,
            Instant busyTo) {}

    private final ZoneId zone;
    private final DemoHours hours;
    private final List<Room> rooms;
    private final Map<UUID, NavigableMap<Instant, Instant>> busy = new HashMap<>();

    DemoCalendar(ZoneId zone, DemoHours hours, List<Room> rooms) {
        this.zone = zone;
        this.hours = hours;
        this.rooms = rooms;
        hours.timesOff().forEach(away -> busyTimes(away.practitioner()).put(away.startsAt(), away.endsAt()));
    }

    List<UUID> workingOn(LocalDate day) {
        return hours.workingOn(day);
    }

    /** The first free time of the day from {@code earliest} on, with anybody who does it. */
    Optional<Slot> firstOn(LocalDate day, LocalTime earliest, UUID client, Treatment treatment) {
        LocalTime opens = DemoHours.opens(day.getDayOfWeek());
        LocalTime at = earliest.isBefore(opens) ? opens : earliest;
        for (; fits(day, at, treatment.length()); at = at.plusMinutes(GRID_MINUTES)) {
            var slot = takeWithAnybody(client, day, at, treatment);
            if (slot.isPresent()) {
                return slot;
            }
        }
        return Optional.empty();
    }

    /** The last free time that starts before {@code limit}. */
    Slot lastBefore(Instant limit, UUID client, Treatment treatment) {
        var local = limit.atZone(zone).truncatedTo(ChronoUnit.HOURS);
        while (true) {
            local = local.minusMinutes(GRID_MINUTES);
            var slot = takeWithAnybody(client, local.toLocalDate(), local.toLocalTime(), treatment);
            if (slot.isPresent()) {
                return slot.get();
            }
        }
    }

    Optional<Slot> takeWithAnybody(UUID client, LocalDate day, LocalTime at, Treatment treatment) {
        return treatment.practitioners().stream()
                .flatMap(who -> take(who, client, day, at, treatment).stream())
                .findFirst();
    }

    Optional<Slot> take(UUID practitioner, UUID client, LocalDate day, LocalTime at, Treatment treatment) {
        Instant startsAt = day.atTime(at).atZone(zone).toInstant();
        Instant endsAt = startsAt.plus(treatment.length());
        Instant from = startsAt.minus(treatment.before());
        Instant to = endsAt.plus(treatment.after());
        if (!hours.cover(practitioner, startsAt, endsAt)
                || !isFree(practitioner, from, to)
                || !isFree(client, startsAt, endsAt)) {
            return Optional.empty();
        }
        var room = freeRoom(treatment, from, to);
        if (room.isEmpty() && treatment.terms().roomKind() != null) {
            return Optional.empty();
        }
        busyTimes(practitioner).put(from, to);
        busyTimes(client).put(startsAt, endsAt);
        room.ifPresent(taken -> busyTimes(taken).put(from, to));
        return Optional.of(new Slot(practitioner, room.orElse(null), startsAt, endsAt, from, to));
    }

    /** Over before the doors close. Reckoned back from closing: a time of day plus a length may wrap at midnight. */
    static boolean fits(LocalDate day, LocalTime at, Duration length) {
        return !at.isAfter(DemoHours.closes(day.getDayOfWeek()).minus(length));
    }

    private Optional<UUID> freeRoom(Treatment treatment, Instant from, Instant to) {
        return rooms.stream()
                .filter(room -> room.kind().equals(treatment.terms().roomKind()))
                .map(Room::id)
                .filter(room -> isFree(room, from, to))
                .findFirst();
    }

    private boolean isFree(UUID who, Instant from, Instant to) {
        var lastBefore = busyTimes(who).lowerEntry(to);
        return lastBefore == null || !lastBefore.getValue().isAfter(from);
    }

    private NavigableMap<Instant, Instant> busyTimes(UUID who) {
        return busy.computeIfAbsent(who, unknown -> new TreeMap<>());
    }
}
