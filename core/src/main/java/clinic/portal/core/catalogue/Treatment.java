package clinic.portal.core.catalogue;

import clinic.portal.core.shared.Cursor;
import clinic.portal.core.shared.Money;
import clinic.portal.core.shared.Traced;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something a clinic does for its clients.
 *
 * @param version grows with every change, from 0
 */
public record Treatment(TreatmentId id, Plan plan, int version) implements Traced {
    @Override
    public UUID trace() {
        return id.value();
    }

    /**
     * What the clinic decides about a treatment.
     *
     * @param bufferBefore time that the practitioner, and the room, need before it; seen by nobody else
     * @param bufferAfter the same after it
     * @param online whether clients can book it themselves
     * @param practitioners who can do it
     * @param roomKind the kind of room or device it needs, such as {@code laser}; any room will do without
     * @param grid step between offered starts, 5 to 60 minutes; the clinic's without
     * @param minimumInterval days there must be between two of a client's; 1 to 730
     * @param onlyAfter a treatment the client must have had before
     * @param archived neither offered nor bookable any more; kept for what refers to it
     */
    public record Plan(
            String name,
            @Nullable String description,
            @Nullable String category,
            Duration duration,
            Duration bufferBefore,
            Duration bufferAfter,
            Money price,
            boolean online,
            Set<PractitionerId> practitioners,
            @Nullable String roomKind,
            @Nullable Duration grid,
            @Nullable Integer minimumInterval,
            @Nullable TreatmentId onlyAfter,
            boolean archived) {
        public Plan {
            practitioners = Set.copyOf(practitioners);
        }
    }

    /** Whether who books must be known: its conditions cannot be checked of a stranger, and whether they hold is private. */
    public boolean loginRequired() {
        return plan.minimumInterval != null || plan.onlyAfter != null;
    }

    public boolean bookableOnline() {
        return plan.online && !plan.archived;
    }

    public Duration bufferBefore() {
        return plan.bufferBefore;
    }

    public Duration bufferAfter() {
        return plan.bufferAfter;
    }

    public Duration duration() {
        return plan.duration;
    }

    public Cursor cursor() {
        return new Cursor(plan.name, id.value());
    }
}
