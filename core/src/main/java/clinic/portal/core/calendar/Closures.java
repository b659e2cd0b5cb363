package clinic.portal.core.calendar;

import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.Page;
import clinic.portal.core.shared.PageRequest;
import java.time.Instant;

public interface Closures {
    /** Those not over at {@code now}, in the clinic's zone; the soonest first. Cursors are of the first day's start in UTC. */
    Page<Closure> list(ClinicId clinic, Instant now, PageRequest page);

    void add(ClinicId clinic, Closure closure);

    /** False where there is none such. */
    boolean remove(ClinicId clinic, Closure.Id id);
}
