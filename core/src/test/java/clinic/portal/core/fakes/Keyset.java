package clinic.portal.core.fakes;

import clinic.portal.core.shared.Cursor;
import clinic.portal.core.shared.Page;
import clinic.portal.core.shared.PageRequest;
import java.util.Comparator;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** Pages by (time, id) or by (name, id), the way the database does it. */
final class Keyset {
    /** As PostgreSQL orders them, byte by byte; UUID's own order takes the first bit for a sign. */
    private static final Comparator<UUID> BYTEWISE = Comparator.<UUID>comparingLong(
                    id -> id.getMostSignificantBits() + Long.MIN_VALUE)
            .thenComparingLong(id -> id.getLeastSignificantBits() + Long.MIN_VALUE);

    private static final Comparator<Cursor> FIRST_TO_LAST =
            Comparator.comparing(Cursor::at).thenComparing(Cursor::id, BYTEWISE);

    private static final Comparator<Cursor> BY_NAME =
            Comparator.comparing(Cursor::key).thenComparing(Cursor::id, BYTEWISE);

    private Keyset() {}

    static <T> Comparator<T> byId(Function<T, UUID> id) {
        return Comparator.comparing(id, BYTEWISE);
    }

    static <T> Page<T> ascending(Stream<T> rows, PageRequest request, Function<T, Cursor> key) {
        return page(rows, request, key, FIRST_TO_LAST);
    }

    static <T> Page<T> byName(Stream<T> rows, PageRequest request, Function<T, Cursor> key) {
        return page(rows, request, key, BY_NAME);
    }

    static <T> Page<T> descending(Stream<T> rows, PageRequest request, Function<T, Cursor> key) {
        return page(rows, request, key, FIRST_TO_LAST.reversed());
    }

    private static <T> Page<T> page(
            Stream<T> rows, PageRequest request, Function<T, Cursor> key, Comparator<Cursor> order) {
        var after = request.after();
        var found = rows.filter(row -> after == null || order.compare(key.apply(row), after) > 0)
                .sorted(Comparator.comparing(key, order))
                .limit(request.limit() + 1L)
                .toList();
        return Page.cut(found, request, key);
    }
}
