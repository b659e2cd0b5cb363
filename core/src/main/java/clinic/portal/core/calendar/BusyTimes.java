package clinic.portal.core.calendar;

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

    public static BusyTimes of(long[] starts, long[] ends) {
        throw new UnsupportedOperationException();
    }

    public boolean isFree(long from, long to) {
        throw new UnsupportedOperationException("" + starts.length + ends.length);
    }

    public long secondsWithin(long from, long to) {
        throw new UnsupportedOperationException();
    }
}
