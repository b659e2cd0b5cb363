package clinic.portal.core.clinic;

import clinic.portal.core.shared.ClinicId;
import java.time.Duration;
import java.util.Set;

/** Who has which slug, over all clinics, and who had it until lately. Times are the database's. */
public interface Slugs {
    /**
     * Makes the slug the clinic's, and retires the one it had. Of two clinics that want one at once, one gets it.
     *
     * @return false where another clinic has it, or has not forgotten it yet; nothing has been done then
     */
    boolean take(ClinicId clinic, Slug slug);

    /** Those that the clinic gave up and that nobody else gets yet. */
    Set<Slug> retired(ClinicId clinic);

    /** Sets free the slugs that the clinic gave up longer than {@code age} ago; gives back how many. */
    int forget(ClinicId clinic, Duration age);
}
