package clinic.portal.core.packages;

import clinic.portal.core.shared.Cursor;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Sessions a client bought together.
 *
 * @param expiresOn the last day it can be used, in the clinic's zone; absent where it never ends
 * @param zone the clinic's
 */
public record PackageView(
        PackageId id,
        String name,
        List<Covered> treatments,
        Sessions sessions,
        Instant boughtAt,
        @Nullable LocalDate expiresOn,
        ZoneId zone) {
    public PackageView {
        treatments = List.copyOf(treatments);
    }

    /** A treatment it can be used for. */
    public record Covered(UUID id, String name) {}

    /** @param reserved for appointments booked and not yet had */
    public record Sessions(int total, int used, int reserved) {
        public int remaining() {
            return total - used - reserved;
        }
    }

    public enum Status {
        ACTIVE,
        USED_UP,
        EXPIRED
    }

    public Status status(Instant now) {
        if (sessions.used() >= sessions.total()) {
            return Status.USED_UP;
        }
        return expiresOn != null && LocalDate.ofInstant(now, zone).isAfter(expiresOn) ? Status.EXPIRED : Status.ACTIVE;
    }

    public Cursor cursor() {
        return new Cursor(boughtAt, id.value());
    }
}
