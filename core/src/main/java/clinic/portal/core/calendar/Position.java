package clinic.portal.core.calendar;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How far somebody has been told what happened: up to and with this. The number of a transaction comes first, for only
 * of transactions older than all that still run is it certain that nothing more will come (SECURITY B40).
 *
 * @param number within the transaction; zero before its first
 */
public record Position(long transaction, long number) implements Comparable<Position> {
    private static final Pattern TEXT = Pattern.compile("([0-9]{1,18})-([0-9]{1,18})");
    private static final Comparator<Position> ORDER =
            Comparator.comparingLong(Position::transaction).thenComparingLong(Position::number);

    /** Before anything that a transaction did, and after all older ones. */
    public static Position before(long transaction) {
        return new Position(transaction, 0);
    }

    public static Optional<Position> read(String text) {
        var found = TEXT.matcher(text);
        return found.matches()
                ? Optional.of(new Position(Long.parseLong(found.group(1)), Long.parseLong(found.group(2))))
                : Optional.empty();
    }

    public String write() {
        return transaction + "-" + number;
    }

    public boolean isAfter(Position other) {
        return compareTo(other) > 0;
    }

    @Override
    public int compareTo(Position other) {
        return ORDER.compare(this, other);
    }
}
