package clinic.portal.core.fakes;

import clinic.portal.core.booking.Appointment.Place;
import clinic.portal.core.booking.SlotTaken;
import clinic.portal.core.calendar.BusyTimes;
import clinic.portal.core.calendar.HoldId;
import clinic.portal.core.shared.AppointmentId;
import clinic.portal.core.shared.ClinicId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which practitioners and rooms are taken when, and by what: the one table behind appointments, holds and time off. Its
 * rows never overlap, unless {@link #note} is told so. Time off and what is overbooked want time that others may have,
 * and get of it what is free, now and whenever something is given back.
 */
final class OccupiedTime {
    /** @param owner the appointment's, hold's or time off's id */
    private record Row(
            ClinicId clinic,
            UUID resource,
            Instant from,
            Instant to,
            Object owner,
            @Nullable Instant expiresAt) {
        boolean overlaps(Instant start, Instant end) {
            return from.isBefore(end) && start.isBefore(to);
        }
    }

    private final List<Row> rows = new ArrayList<>();
    /** What some would have, though not all of it may be theirs. */
    private final List<Row> wanted = new ArrayList<>();

    private final Clock clock;

    OccupiedTime(Clock clock) {
        this.clock = clock;
    }

    /**
     * Takes it instead of what this owner has, if anything.
     *
     * @throws SlotTaken where any of it is not free; then nothing is changed
     */
    synchronized void take(ClinicId clinic, Place place, Object owner, @Nullable Instant expiresAt) {
        boolean free = resources(place)
                .allMatch(resource -> live(clinic, resource)
                        .noneMatch(row -> !row.owner.equals(owner) && row.overlaps(from(place), to(place))));
        if (!free) {
            throw new SlotTaken();
        }
        drop(clinic, owner);
        note(clinic, place, owner, expiresAt);
        fill();
    }

    /** Takes it whether it is free or not: for what tests say has happened. */
    synchronized void note(ClinicId clinic, Place place, Object owner, @Nullable Instant expiresAt) {
        resources(place)
                .forEach(resource -> rows.add(new Row(clinic, resource, from(place), to(place), owner, expiresAt)));
    }

    /** Takes what is still free of it instead of what this owner has, if anything; holds within are void. */
    synchronized void overbook(ClinicId clinic, Place place, Object owner) {
        drop(clinic, owner);
        resources(place).forEach(resource -> want(clinic, resource, from(place), to(place), owner));
        fill();
    }

    /** Takes what is still free of it; holds within are void, with all that they take. */
    synchronized void takeWhatIsFree(ClinicId clinic, UUID resource, Instant from, Instant to, Object owner) {
        want(clinic, resource, from, to, owner);
        fill();
    }

    synchronized boolean isHeld(ClinicId clinic, HoldId hold) {
        return rows.stream().anyMatch(row -> row.clinic.equals(clinic) && row.owner.equals(hold) && !isOver(row));
    }

    synchronized void release(ClinicId clinic, Object owner) {
        drop(clinic, owner);
        fill();
    }

    /** @return owners of what was taken away */
    synchronized Set<Object> clearExpired(ClinicId clinic) {
        Set<Object> over = new HashSet<>(rows.stream()
                .filter(row -> row.clinic.equals(clinic) && isOver(row))
                .map(Row::owner)
                .toList());
        rows.removeIf(row -> row.clinic.equals(clinic) && over.contains(row.owner));
        return over;
    }

    /** @param but owners that do not count; what they have of somebody else's overbooked time does all the same */
    synchronized BusyTimes of(ClinicId clinic, UUID resource, Set<Object> but) {
        var busy = Stream.concat(
                        live(clinic, resource),
                        wanted.stream()
                                .filter(row -> row.clinic.equals(clinic)
                                        && row.resource.equals(resource)
                                        && row.owner instanceof AppointmentId))
                .filter(row -> !but.contains(row.owner))
                .toList();
        return BusyTimes.of(
                busy.stream().mapToLong(row -> row.from.getEpochSecond()).toArray(),
                busy.stream().mapToLong(row -> row.to.getEpochSecond()).toArray());
    }

    private void want(ClinicId clinic, UUID resource, Instant from, Instant to, Object owner) {
        Set<Object> held = new HashSet<>(live(clinic, resource)
                .filter(row -> row.owner instanceof HoldId && row.overlaps(from, to))
                .map(Row::owner)
                .toList());
        rows.removeIf(row -> row.clinic.equals(clinic) && held.contains(row.owner));
        wanted.add(new Row(clinic, resource, from, to, owner, null));
    }

    private void drop(ClinicId clinic, Object owner) {
        rows.removeIf(row -> row.clinic.equals(clinic) && row.owner.equals(owner));
        wanted.removeIf(row -> row.clinic.equals(clinic) && row.owner.equals(owner));
    }

    /** Appointments before time off. */
    private void fill() {
        wanted.stream()
                .sorted(Comparator.comparing((Row row) -> !(row.owner instanceof AppointmentId))
                        .thenComparing(Row::from))
                .toList()
                .forEach(this::fill);
    }

    private void fill(Row wish) {
        Instant free = wish.from;
        for (Row row : live(wish.clinic, wish.resource)
                .filter(each -> each.overlaps(wish.from, wish.to))
                .sorted(Comparator.comparing(Row::from))
                .toList()) {
            if (free.isBefore(row.from)) {
                rows.add(new Row(wish.clinic, wish.resource, free, row.from, wish.owner, null));
            }
            free = free.isBefore(row.to) ? row.to : free;
        }
        if (free.isBefore(wish.to)) {
            rows.add(new Row(wish.clinic, wish.resource, free, wish.to, wish.owner, null));
        }
    }

    private Stream<Row> live(ClinicId clinic, UUID resource) {
        return rows.stream().filter(row -> row.clinic.equals(clinic) && row.resource.equals(resource) && !isOver(row));
    }

    private boolean isOver(Row row) {
        return row.expiresAt != null && !clock.instant().isBefore(row.expiresAt);
    }

    private static Instant from(Place place) {
        return place.startsAt().minus(place.bufferBefore());
    }

    private static Instant to(Place place) {
        return place.endsAt().plus(place.bufferAfter());
    }

    private static Stream<UUID> resources(Place place) {
        var room = place.room();
        return Stream.of(place.practitioner().value(), room == null ? null : room.value())
                .filter(Objects::nonNull);
    }
}
