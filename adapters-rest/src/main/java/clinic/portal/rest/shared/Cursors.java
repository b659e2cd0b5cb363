package clinic.portal.rest.shared;

import clinic.portal.core.shared.Cursor;
import clinic.portal.core.shared.Invalid;
import clinic.portal.core.shared.Invalid.Violation;
import clinic.portal.core.shared.PageRequest;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Cursors as callers carry them: opaque to them, and nothing in them but a place in their own list. One of a list by name
 * is none of a list by time, nor the other way round.
 */
public final class Cursors {
    private static final byte BY_TIME = 1;
    private static final byte BY_NAME = 2;
    private static final int HEAD = 1 + 2 * Long.BYTES;
    private static final int TIME = Long.BYTES + Integer.BYTES;
    /** Far outside of what PostgreSQL can store, hence not ours. */
    private static final long FARTHEST = 100_000_000_000L;

    private static final int USUAL = 25;

    private Cursors() {}

    /** For lists sorted by time. */
    public static @Nullable String write(@Nullable Cursor cursor) {
        if (cursor == null) {
            return null;
        }
        var at = cursor.at();
        return text(
                head(BY_TIME, cursor.id(), TIME).putLong(at.getEpochSecond()).putInt(at.getNano()));
    }

    /** For lists sorted by name. */
    public static @Nullable String writeName(@Nullable Cursor cursor) {
        if (cursor == null) {
            return null;
        }
        byte[] name = cursor.key().getBytes(StandardCharsets.UTF_8);
        return text(head(BY_NAME, cursor.id(), name.length).put(name));
    }

    /** Of a list sorted by time. */
    public static PageRequest page(@Nullable Integer limit, @Nullable String cursor) {
        return new PageRequest(limit == null ? USUAL : limit, cursor == null ? null : read(BY_TIME, cursor));
    }

    /** Of a list sorted by name. */
    public static PageRequest byName(@Nullable Integer limit, @Nullable String cursor) {
        return new PageRequest(limit == null ? USUAL : limit, cursor == null ? null : read(BY_NAME, cursor));
    }

    private static Cursor read(byte kind, String text) {
        try {
            var buffer = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            if (buffer.get() == kind) {
                var id = new UUID(buffer.getLong(), buffer.getLong());
                return kind == BY_TIME ? new Cursor(time(buffer), id) : new Cursor(name(buffer), id);
            }
        } catch (IllegalArgumentException
                | DateTimeException
                | ArithmeticException
                | BufferUnderflowException
                | CharacterCodingException notOurs) {
            // Answered below like any other text that is no cursor.
        }
        throw new Invalid(List.of(
                new Violation("?cursor", "invalid_cursor", "Use the nextCursor of the page before, unchanged.")));
    }

    private static Instant time(ByteBuffer buffer) {
        var at = Instant.ofEpochSecond(buffer.getLong(), buffer.getInt());
        if (buffer.hasRemaining() || Math.abs(at.getEpochSecond()) >= FARTHEST) {
            throw new IllegalArgumentException("Not a time of ours");
        }
        return at;
    }

    /** PostgreSQL stores no U+0000, and whoever sent one is not told so by an accident. */
    private static String name(ByteBuffer buffer) throws CharacterCodingException {
        String name = StandardCharsets.UTF_8.newDecoder().decode(buffer).toString();
        if (name.isEmpty() || name.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("Not a name of ours");
        }
        return name;
    }

    private static ByteBuffer head(byte kind, UUID id, int more) {
        return ByteBuffer.allocate(HEAD + more)
                .put(kind)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits());
    }

    private static String text(ByteBuffer full) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(full.array());
    }
}
