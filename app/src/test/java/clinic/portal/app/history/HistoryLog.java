package clinic.portal.app.history;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import clinic.portal.app.history.Happening.Outcome;
import clinic.portal.app.history.Happening.Unknown;
import clinic.portal.app.history.Happening.Wanted;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** All that callers asked for and learned, and whether anything was being broken meanwhile. */
final class HistoryLog {
    private final AtomicInteger last = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private final AtomicInteger unknown = new AtomicInteger();
    /** Odd while something is being broken. */
    private final AtomicInteger faults = new AtomicInteger();

    private final Queue<Happening> happenings = new ConcurrentLinkedQueue<>();
    private final Queue<String> strange = new ConcurrentLinkedQueue<>();

    /** @param faults what {@link HistoryLog#faults} was when it was asked */
    record Begun(int number, int faults) {}

    Begun begin() {
        return new Begun(last.incrementAndGet(), faults.get());
    }

    Outcome end(Begun begun, Wanted wanted, Outcome outcome) {
        var happening = new Happening(begun.number(), wanted, outcome);
        happenings.add(happening);
        if (outcome instanceof Unknown) {
            unknown.incrementAndGet();
            if (begun.faults() == faults.get() && begun.faults() % 2 == 0) {
                strange("While nothing was broken: " + happening);
            }
        }
        ended.incrementAndGet();
        return outcome;
    }

    /** An answer that should never be given. */
    void strange(String what) {
        strange.add(what);
    }

    void breaking() {
        faults.accumulateAndGet(1, (count, one) -> count % 2 == 0 ? count + one : count);
    }

    void whole() {
        faults.accumulateAndGet(1, (count, one) -> count % 2 == 1 ? count + one : count);
    }

    int ended() {
        return ended.get();
    }

    int unknown() {
        return unknown.get();
    }

    List<String> strange() {
        return List.copyOf(strange);
    }

    /** In the order of asking. */
    List<Happening> happenings() {
        return happenings.stream()
                .sorted(Comparator.comparingInt(Happening::number))
                .toList();
    }

    /** How much of what there was. */
    @Override
    public String toString() {
        return happenings.stream()
                .collect(groupingBy(
                        each -> each.wanted().getClass().getSimpleName() + " "
                                + each.outcome().getClass().getSimpleName(),
                        TreeMap::new,
                        counting()))
                .toString();
    }
}
