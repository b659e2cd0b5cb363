package clinic.portal.core.calendar;

import clinic.portal.core.calendar.LiveFeed.Batch;
import clinic.portal.core.calendar.LiveFeed.Source;
import clinic.portal.core.shared.ClinicId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Those who look at one clinic's calendar, and how far they have been told together. */
final class Channel<N> {
    /** At a time; and who missed more than that is quicker served by loading the calendar again. */
    private static final int MOST = 200;

    final Set<Seat<N>> seats = ConcurrentHashMap.newKeySet();

    private final ClinicId clinic;
    private final Source<N> source;
    private final CalendarTicks ticks;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Position told;

    Channel(ClinicId clinic, Source<N> source, CalendarTicks ticks) {
        this.clinic = clinic;
        this.source = source;
        this.ticks = ticks;
    }

    /**
     * Begins where the channel is, or goes on where somebody stopped. What is missing is read after the seat was taken:
     * all that the channel told before is in it, and all that it tells after waits at the seat.
     *
     * @return false where the reader cannot take it
     */
    boolean welcome(Seat<N> seat, @Nullable String lastId) {
        // From here on everything is told live. Only then is what was before looked at, or some would fall in between.
        Position here = alone(this::position);
        if (lastId == null) {
            return alone(() -> seat.begin(here));
        }
        var from = Position.read(lastId);
        if (from.isEmpty()) {
            return alone(() -> seat.beginAnew(here));
        }
        var missed = source.after(clinic, from.get(), MOST);
        return alone(() -> missed.more() || missed.isBehind(from.get())
                ? seat.beginAnew(missed.horizon())
                : seat.goOn(missed, position()));
    }

    /** @return those who could not take it */
    List<Seat<N>> tell() {
        return alone(() -> {
            var full = new ArrayList<Seat<N>>();
            Position from = told;
            // Who is about to open it will find out by itself how far things are.
            boolean more = from != null;
            while (more) {
                Batch<N> batch = source.after(clinic, position(), MOST);
                if (batch.isBehind(position())) {
                    told = batch.horizon();
                    full.addAll(unable(seat -> seat.beginAnew(batch.horizon())));
                    break;
                }
                for (var item : batch.items()) {
                    full.addAll(unable(seat -> seat.tell(item)));
                }
                told = batch.upTo();
                more = batch.more();
            }
            return full;
        });
    }

    private List<Seat<N>> unable(Predicate<Seat<N>> able) {
        return seats.stream().filter(able.negate()).toList();
    }

    private Position position() {
        Position known = told;
        if (known == null) {
            known = Position.before(ticks.horizon());
            told = known;
        }
        return known;
    }

    private <T> T alone(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
