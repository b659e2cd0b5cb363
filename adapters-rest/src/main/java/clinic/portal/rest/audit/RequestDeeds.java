package clinic.portal.rest.audit;

import clinic.portal.core.audit.Deed;
import clinic.portal.core.audit.Deeds;
import io.quarkus.arc.Arc;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Whatever is done outside of any request, as jobs do it, is done by nobody. */
@Singleton
public class RequestDeeds implements Deeds {
    private final PresentDeed deed;

    RequestDeeds(PresentDeed deed) {
        this.deed = deed;
    }

    @Override
    public Optional<Deed> present() {
        return Arc.container().requestContext().isActive() ? deed.find() : Optional.empty();
    }
}
