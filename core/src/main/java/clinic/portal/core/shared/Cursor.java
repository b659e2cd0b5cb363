package clinic.portal.core.shared;

import java.time.Instant;
import java.util.UUID;

/**
 * The last row of the page before: lists go on after it by (key, id), so that nothing is skipped or shown twice.
 *
 * @param key what the list is sorted by: a name, or an instant as ISO 8601 writes it
 */
public record Cursor(String key, UUID id) {
    public Cursor(Instant at, UUID id) {
        this(at.toString(), id);
    }

    /**
     * For lists sorted by time.
     *
     * @throws java.time.format.DateTimeParseException where the list is sorted by something else
     */
    public Instant at() {
        return Instant.parse(key);
    }
}
