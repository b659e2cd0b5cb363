package clinic.portal.app.demo;

import java.time.DayOfWeek;
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

/** Who is busy when at one clinic, so that neither a practitioner nor a client is promised to two people at once. */
final class DemoCalendar {
    private static final int GRID_MINUTES = 15;

    record Slot(UUID practitioner, Instant startsAt, Instant endsAt) {}

    private final ZoneId zone;
    private final List<UUID> practitioners;
    private final Map<UUID, NavigableMap<Instant, Instant>> busy = new HashMap<>();

    DemoCalendar(ZoneId zone, List<UUID> practitioners) {
        this.zone = zone;
        this.practitioners = practitioners;
    }

    /** Every day has opening hours: so something can always be booked within the next 24 hours. */
    static LocalTime opens(DayOfWeek day) {
        return LocalTime.of(day == DayOfWeek.SUNDAY ? 10 : 9, 0);
    }

    static LocalTime closes(DayOfWeek day) {
        return switch (day) {
            case SUNDAY -> LocalTime.of(16, 0);
            case SATURDAY -> LocalTime.of(17, 0);
            case THURSDAY -> LocalTime.of(20, 0);
            default -> LocalTime.of(18, 30);
        };
    }

    /** A larger team takes two days off each, in turns; of a small one somebody would be missing. */
    List<UUID> workingOn(LocalDate day) {
        if (practitioners.size() < 5) {
            return practitioners;
        }
        int weekday = day.getDayOfWeek().getValue();
        return practitioners.stream()
                .filter(who -> Math.floorMod(weekday - practitioners.indexOf(who), 7) > 1)
                .toList();
    }

    /** The first free time of the day from {@code earliest} on, with anybody who works then. */
    Optional<Slot> firstOn(LocalDate day, LocalTime earliest, UUID client, Duration length) {
        LocalTime opens = opens(day.getDayOfWeek());
        for (LocalTime at = earliest.isBefore(opens) ? opens : earliest; fits(day, at, length); at = next(at)) {
            for (UUID who : workingOn(day)) {
                var slot = take(who, client, day, at, length);
                if (slot.isPresent()) {
                    return slot;
                }
            }
        }
        return Optional.empty();
    }

    /** The last free time that starts before {@code limit}. */
    Slot lastBefore(Instant limit, UUID client, Duration length) {
        var local = limit.atZone(zone).truncatedTo(ChronoUnit.HOURS);
        while (true) {
            local = local.minusMinutes(GRID_MINUTES);
            LocalDate day = local.toLocalDate();
            LocalTime at = local.toLocalTime();
            if (!at.isBefore(opens(day.getDayOfWeek())) && fits(day, at, length)) {
                for (UUID who : workingOn(day)) {
                    var slot = take(who, client, day, at, length);
                    if (slot.isPresent()) {
                        return slot.get();
                    }
                }
            }
        }
    }

    Optional<Slot> take(UUID practitioner, UUID client, LocalDate day, LocalTime at, Duration length) {
        Instant from = day.atTime(at).atZone(zone).toInstant();
        Instant to = from.plus(length);
        if (!fits(day, at, length) || !isFree(practitioner, from, to) || !isFree(client, from, to)) {
            return Optional.empty();
        }
        busyTimes(practitioner).put(from, to);
        busyTimes(client).put(from, to);
        return Optional.of(new Slot(practitioner, from, to));
    }

    static LocalTime next(LocalTime at) {
        return at.plusMinutes(GRID_MINUTES);
    }

    /** Over before the doors close. Reckoned back from closing: a time of day plus a length may wrap at midnight. */
    static boolean fits(LocalDate day, LocalTime at, Duration length) {
        return !at.isAfter(closes(day.getDayOfWeek()).minus(length));
    }

    private boolean isFree(UUID who, Instant from, Instant to) {
        var lastBefore = busyTimes(who).lowerEntry(to);
        return lastBefore == null || !lastBefore.getValue().isAfter(from);
    }

    private NavigableMap<Instant, Instant> busyTimes(UUID who) {
        return busy.computeIfAbsent(who, unknown -> new TreeMap<>());
    }
}
