package clinic.portal.core.calendar;

import clinic.portal.core.shared.Ids;
import clinic.portal.core.shared.Invalid;
import clinic.portal.core.shared.Invalid.Violation;
import clinic.portal.core.shared.NoSuchThing;
import clinic.portal.core.shared.Page;
import clinic.portal.core.shared.PageRequest;
import clinic.portal.core.shared.Right;
import clinic.portal.core.shared.Traced;
import clinic.portal.core.shared.Viewer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Days on which the clinic is closed. */
public class Holidays {
    private final Closures closures;
    private final Schedules schedules;
    private final BookedAhead booked;
    private final Ids ids;
    private final Clock clock;

    public Holidays(Closures closures, Schedules schedules, BookedAhead booked, Ids ids, Clock clock) {
        this.closures = closures;
        this.schedules = schedules;
        this.booked = booked;
        this.ids = ids;
        this.clock = clock;
    }

    public Page<Closure> list(Viewer.Staff viewer, PageRequest page) {
        return closures.list(viewer.may(Right.HOURS_READ).clinic(), clock.instant(), page);
    }

    /**
     * Appointments on those days stay where they are.
     *
     * @param to the last day
     * @throws Invalid where that is before the first
     */
    public Added close(Viewer.Staff viewer, LocalDate from, LocalDate to, @Nullable String reason) {
        viewer.may(Right.HOURS_WRITE);
        if (to.isBefore(from)) {
            throw new Invalid(List.of(new Violation("/to", "before_from", "The last day is before the first.")));
        }
        schedules.stopBooking(viewer.clinic());
        var closure = new Closure(new Closure.Id(ids.next()), from, to, reason);
        closures.add(viewer.clinic(), closure);
        return new Added(closure, booked.on(viewer.clinic(), from, to, clock.instant()));
    }

    public void open(Viewer.Staff viewer, Closure.Id id) {
        if (!closures.remove(viewer.may(Right.HOURS_WRITE).clinic(), id)) {
            throw new NoSuchThing();
        }
    }

    /** @param outside appointments on those days */
    public record Added(Closure closure, List<Booked> outside) implements Traced {
        @Override
        public UUID trace() {
            return closure.id().value();
        }
    }
}
