package clinic.portal.core.client;

import clinic.portal.core.shared.Cursor;
import clinic.portal.core.shared.Money;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of a client's timeline, with what is known at that kind of line.
 *
 * @param id of what it is about, or of the line itself
 * @param zone the clinic's
 * @param change what happened to the appointment, or what the client was told of
 * @param channel by which they were written to
 * @param outcome what became of that; absent while it is on its way
 * @param text the beginning of a note, or what was charged
 */
public record Happening(
        UUID id,
        Instant at,
        ZoneId zone,
        Kind kind,
        @Nullable String change,
        @Nullable About appointment,
        @Nullable String channel,
        @Nullable String outcome,
        @Nullable String text,
        @Nullable Money amount) {

    /** @param treatment its name */
    public record About(UUID id, Instant startsAt, String treatment) {}

    public enum Kind {
        APPOINTMENT,
        NOTICE,
        NOTE,
        CHARGE,
        PAYMENT,
        REFUND,
        LOGIN,
        LINK
    }

    public Cursor cursor() {
        return new Cursor(at, id);
    }

    /** Says nothing: it is personal (SECURITY P50). */
    @Override
    public String toString() {
        return "Happening[" + id + "]";
    }
}
