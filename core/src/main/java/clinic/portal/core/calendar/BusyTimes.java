package clinic.portal.core.calendar;

import java.util.Arrays;

/**
 * When somebody, or a room, is taken: stretches of time that neither overlap nor touch, in order. Seconds since 1970 in
 * two arrays, since a month of a clinic holds thousands of them and each is looked at many times.
 */
public final class BusyTimes {
    public static final BusyTimes NONE = new BusyTimes(new long[0], new long[0]);

    private final long[] starts;
    private final long[] ends;

    private BusyTimes(long[] starts, long[] ends) {
        this.starts = starts;
        this.ends = ends;
    }

    /**
     * Stretches in any order, overlapping or not. The arrays stay the caller's.
     *
     * @param starts seconds since 1970
     * @param ends in the order of {@code starts}; not within the stretch any more
     */
    public static BusyTimes of(long[] starts, long[] ends) {
        requirePairs(starts, ends);
        long[] from = sorted(starts);
        long[] to = sorted(ends);
        int merged = 0;
        for (int first = 0, last = 0; last < from.length; last++) {
            // Sorted each on its own: where as many have ended as have begun, nothing is going on.
            if (last + 1 < from.length && from[last + 1] <= to[last]) {
                continue;
            }
            if (from[first] < to[last]) {
                from[merged] = from[first];
                to[merged++] = to[last];
            }
            first = last + 1;
        }
        return new BusyTimes(Arrays.copyOf(from, merged), Arrays.copyOf(to, merged));
    }

    private static void requirePairs(long[] starts, long[] ends) {
        if (starts.length != ends.length) {
            throw new IllegalArgumentException("%d starts, %d ends".formatted(starts.length, ends.length));
        }
        for (int i = 0; i < starts.length; i++) {
            if (ends[i] < starts[i]) {
                throw new IllegalArgumentException("Ends at %d, before it starts at %d".formatted(ends[i], starts[i]));
            }
        }
    }

    private static long[] sorted(long[] times) {
        long[] copy = times.clone();
        Arrays.sort(copy);
        return copy;
    }

    /**
     * @param from second since 1970
     * @param to the first second that does not matter any more
     */
    public boolean isFree(long from, long to) {
        int next = firstEndingAfter(from);
        return next == ends.length || starts[next] >= to;
    }

    /** How many seconds between these two are taken. */
    public long secondsWithin(long from, long to) {
        long taken = 0;
        for (int i = firstEndingAfter(from); i < ends.length && starts[i] < to; i++) {
            taken += Math.min(ends[i], to) - Math.max(starts[i], from);
        }
        return taken;
    }

    private int firstEndingAfter(long time) {
        int found = Arrays.binarySearch(ends, time);
        return found < 0 ? -found - 1 : found + 1;
    }

    Sweep sweep() {
        return new Sweep();
    }

    /** Asks in the order of time, and so never looks at a stretch again that is over. */
    final class Sweep {
        private int next;

        /** @param from never earlier than in the call before */
        boolean isFree(long from, long to) {
            while (next < ends.length && ends[next] <= from) {
                next++;
            }
            return next == ends.length || starts[next] >= to;
        }
    }
}
