package clinic.portal.core.audit;

import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.Cursor;
import clinic.portal.core.shared.Page;
import clinic.portal.core.shared.PageRequest;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who did what to whom, when, from where. Lines are added, never changed and never taken away (SECURITY P51). */
public interface AuditLog {
    /** At this moment, by the store's clock. */
    void add(ClinicId clinic, Line line);

    /** The latest first. */
    Page<Entry> list(ClinicId clinic, Filter filter, PageRequest page);

    /** @param refusedAs the refusal's code; absent where it was done */
    record Line(UUID id, Actor actor, Deed deed, @Nullable String refusedAs) {}

    /** @param name the actor's, as it is today */
    record Entry(Line line, Instant at, String name) {
        public Cursor cursor() {
            return new Cursor(at, line.id());
        }
    }

    /**
     * What all entries have in common; nothing where it is absent.
     *
     * @param about the thing it was done to; of a client, what was done to their appointments too
     * @param from the first moment
     * @param to no longer within
     */
    record Filter(
            @Nullable UUID actor,
            @Nullable UUID about,
            @Nullable String operation,
            @Nullable Boolean refused,
            @Nullable Instant from,
            @Nullable Instant to) {}
}
