package clinic.portal.core.shared;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** @param next where the next page begins after; absent on the last page */
public record Page<T>(List<T> items, @Nullable Cursor next) {
    public Page {
        items = List.copyOf(items);
    }

    /** Cuts a page from rows of which one more than asked for was read, to see whether more follow. */
    public static <T> Page<T> cut(List<T> rows, PageRequest request, Function<T, Cursor> key) {
        if (rows.size() <= request.limit()) {
            return new Page<>(rows, null);
        }
        var kept = rows.subList(0, request.limit());
        return new Page<>(kept, key.apply(kept.getLast()));
    }
}
