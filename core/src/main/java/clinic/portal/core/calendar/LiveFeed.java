package clinic.portal.core.calendar;

import clinic.portal.core.calendar.CalendarTicks.Ticks;
import clinic.portal.core.shared.Busy;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.Right;
import clinic.portal.core.shared.Throttled;
import clinic.portal.core.shared.Viewer;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tells those who have a clinic's calendar open what happens there: everything once, in order, whichever instance it
 * happened on. Where nobody looks on, nothing is asked of the database; else one question for all clinics tells where
 * there is news, and one for each of those what it is, however many look on.
 *
 * @param <N> what readers are told, made once for all of them
 */
public final class LiveFeed<N> {
    private static final Duration FEWER = Duration.ofSeconds(30);

    private final CalendarTicks ticks;
    private final Source<N> source;
    private final Gate gate;
    private final Limits limits;

    private final Map<ClinicId, Channel<N>> channels = new ConcurrentHashMap<>();
    private final Map<UUID, Integer> streams = new ConcurrentHashMap<>();
    /** Clinics of which the ticks spoke and that could not be told yet. */
    private final Set<ClinicId> owed = ConcurrentHashMap.newKeySet();

    /** Of the last look at the ticks; absent while nobody looks on. */
    private @Nullable Long seen;

    private volatile boolean closed;

    public LiveFeed(CalendarTicks ticks, Source<N> source, Gate gate, Limits limits) {
        this.ticks = ticks;
        this.source = source;
        this.gate = gate;
        this.limits = limits;
    }

    /** @param each of one member of staff, or of one key */
    public record Limits(int each, int all) {}

    /** News of one clinic, read behind its walls. */
    public interface Source<N> {
        Batch<N> after(ClinicId clinic, Position from, int most);
    }

    /**
     * @param items what there is, or as much of it as was asked for
     * @param horizon how far things are certain
     * @param more whether there is more already
     */
    public record Batch<N>(List<Item<N>> items, Position horizon, boolean more) {
        public Batch {
            items = List.copyOf(items);
        }

        /** How far this goes, with or without news. */
        Position upTo() {
            return more ? items.getLast().position() : horizon;
        }

        /** Whether somebody was told more than this database knows. */
        boolean isBehind(Position position) {
            return position.isAfter(horizon);
        }
    }

    public record Item<N>(Position position, N news) {}

    /** Who of them would still be let in. */
    public interface Gate {
        Set<Viewer.Staff> stillIn(ClinicId clinic, Set<Viewer.Staff> viewers, Right right);
    }

    /** One open stream. Whatever it is told it takes without waiting, or says that it cannot. */
    public interface Reader<N> {
        /** All up to here has been told, or was there before. */
        boolean ready(Position position);

        /** Something up to here may have been missed: look at everything again. */
        boolean reset(Position position);

        boolean tell(N news);

        /** Nothing happens; is anybody there? */
        boolean beat();

        /** Nothing more will come. */
        void end();
    }

    /** What the reader has to give back when it goes. */
    @FunctionalInterface
    public interface Place {
        void leave();
    }

    /**
     * @param lastId of the last event that was received; absent at the first connection
     * @throws Throttled for whom as many streams are open as may be
     * @throws Busy where the instance holds as many as it can, or is about to stop
     */
    public Place open(Viewer.Staff viewer, @Nullable String lastId, Reader<N> reader) {
        viewer.may(Right.APPOINTMENTS_READ);
        var seat = new Seat<>(viewer, reader);
        count(viewer.id());
        // In one step with the removal of an empty channel, or somebody could sit down in one that is gone.
        var channel = channels.compute(viewer.clinic(), (clinic, there) -> {
            var found = there == null ? new Channel<>(clinic, source, ticks) : there;
            found.seats.add(seat);
            return found;
        });
        Place place = () -> leave(seat);
        try {
            if (!channel.welcome(seat, lastId) || closed) {
                drop(seat);
            }
        } catch (RuntimeException failed) {
            place.leave();
            throw failed;
        }
        return place;
    }

    /**
     * Looks once for news and tells them. Called again and again, by one thread.
     *
     * @throws RuntimeException what it failed with at some clinic, after having told the others; the next look makes up
     *     for it
     */
    public void look() {
        if (channels.isEmpty()) {
            seen = null;
            owed.clear();
            return;
        }
        owed.addAll(news());
        RuntimeException failure = null;
        for (ClinicId clinic : List.copyOf(owed)) {
            try {
                var channel = channels.get(clinic);
                if (channel != null) {
                    channel.tell().forEach(this::drop);
                }
                owed.remove(clinic);
            } catch (RuntimeException failed) {
                failure = failed;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private Set<ClinicId> news() {
        Long before = seen;
        if (before == null) {
            // What happened between the first reader's coming and now shows in no later tick.
            seen = ticks.horizon();
            return Set.copyOf(channels.keySet());
        }
        Ticks found = ticks.since(before);
        seen = found.horizon();
        if (found.horizon() < before) {
            // Another database than before: each channel finds out for itself that it is ahead of it.
            return Set.copyOf(channels.keySet());
        }
        var here = new HashSet<>(found.clinics());
        here.retainAll(channels.keySet());
        return here;
    }

    /**
     * Ends the streams of those who would not be let in any more. Called every few seconds (SECURITY S14).
     *
     * @throws RuntimeException what it failed with at some clinic, after having looked at the others
     */
    public void check() {
        RuntimeException failure = null;
        for (var each : channels.entrySet()) {
            try {
                check(each.getKey(), each.getValue());
            } catch (RuntimeException failed) {
                failure = failed;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private void check(ClinicId clinic, Channel<N> channel) {
        // As they are now: who comes in while the others are looked up was looked at at the door.
        var seats = List.copyOf(channel.seats);
        var viewers = seats.stream().map(seat -> seat.viewer).collect(Collectors.toSet());
        var in = gate.stillIn(clinic, viewers, Right.APPOINTMENTS_READ);
        seats.stream().filter(seat -> !in.contains(seat.viewer)).forEach(this::drop);
    }

    /** Keeps connections from being taken for dead, and finds out which are. */
    public void beat() {
        channels.values().stream()
                .flatMap(channel -> channel.seats.stream())
                .filter(seat -> !seat.reader.beat())
                .forEach(this::drop);
    }

    /** Ends all streams and opens none: readers go on elsewhere. */
    public void close() {
        closed = true;
        channels.values().forEach(channel -> channel.seats.forEach(this::drop));
    }

    public int readers() {
        return streams.values().stream().mapToInt(Integer::intValue).sum();
    }

    private void count(UUID who) {
        if (closed || readers() >= limits.all()) {
            throw new Busy();
        }
        streams.merge(who, 1, (open, one) -> {
            if (open >= limits.each()) {
                throw new Throttled("As many streams are open as may be; close one first.", FEWER);
            }
            return open + one;
        });
    }

    private void drop(Seat<N> seat) {
        seat.reader.end();
        leave(seat);
    }

    private void leave(Seat<N> seat) {
        channels.computeIfPresent(seat.viewer.clinic(), (clinic, channel) -> {
            if (channel.seats.remove(seat)) {
                streams.computeIfPresent(seat.viewer.id(), (who, open) -> open == 1 ? null : open - 1);
            }
            return channel.seats.isEmpty() ? null : channel;
        });
    }
}
