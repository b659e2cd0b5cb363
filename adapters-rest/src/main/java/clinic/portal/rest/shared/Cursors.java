package clinic.portal.rest.shared;

import clinic.portal.core.shared.Cursor;
import clinic.portal.core.shared.Invalid;
import clinic.portal.core.shared.Invalid.Violation;
import clinic.portal.core.shared.PageRequest;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Cursors as callers carry them: opaque to them, and nothing in them but a place in their own list. */
public final class Cursors {
    private static final int LENGTH = Long.BYTES + Integer.BYTES + 2 * Long.BYTES;

    private Cursors() {}

    public static @Nullable String write(@Nullable Cursor cursor) {
        if (cursor == null) {
            return null;
        }
        byte[] bytes = ByteBuffer.allocate(LENGTH)
                .putLong(cursor.at().getEpochSecond())
                .putInt(cursor.at().getNano())
                .putLong(cursor.id().getMostSignificantBits())
                .putLong(cursor.id().getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    public static PageRequest page(@Nullable Integer limit, @Nullable String cursor) {
        return new PageRequest(limit == null ? 25 : limit, cursor == null ? null : read(cursor));
    }

    private static Cursor read(String text) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            if (bytes.length == LENGTH) {
                var buffer = ByteBuffer.wrap(bytes);
                var at = Instant.ofEpochSecond(buffer.getLong(), buffer.getInt());
                // Far outside of what PostgreSQL can store, hence not ours.
                if (Math.abs(at.getEpochSecond()) < 100_000_000_000L) {
                    return new Cursor(at, new UUID(buffer.getLong(), buffer.getLong()));
                }
            }
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException notOurs) {
            // Answered below like any other text that is no cursor.
        }
        throw new Invalid(List.of(
                new Violation("?cursor", "invalid_cursor", "Use the nextCursor of the page before, unchanged.")));
    }
}
