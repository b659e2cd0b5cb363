package clinic.portal.core.shared;

import org.jspecify.annotations.Nullable;

/** @param limit how many rows at most, 1 to 100 */
public record PageRequest(int limit, @Nullable Cursor after) {
    public static final int LARGEST = 100;

    public PageRequest {
        if (limit < 1 || limit > LARGEST) {
            throw new IllegalArgumentException("A page holds 1 to %d rows".formatted(LARGEST));
        }
    }

    public static PageRequest first(int limit) {
        return new PageRequest(limit, null);
    }
}
