package clinic.portal.core.clinic;

import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.NoSuchThing;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Which slug is whose. The one thing asked before a clinic is known, hence outside every tenant's walls; it holds
 * slugs, which are public, and nothing else.
 */
public interface ClinicDirectory {
    Optional<ClinicId> find(Slug slug);

    /** Whose the slug was, where its clinic has given it up within {@code lately} and has another now. */
    Optional<ClinicId> formerly(Slug slug, Duration lately);

    /** Every clinic, for work that goes round all of them one at a time. */
    List<ClinicId> all();

    /** @throws NoSuchThing where nobody has that slug, or it is no slug at all */
    default ClinicId require(String slug) {
        return Slug.read(slug).flatMap(this::find).orElseThrow(NoSuchThing::new);
    }
}
