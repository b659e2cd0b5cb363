package clinic.portal.rest.audit;

import clinic.portal.core.audit.Deed;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the request being answered does, as {@link AuditGate} found out. */
@RequestScoped
class PresentDeed {
    private @Nullable Deed deed;

    void is(Deed found) {
        deed = found;
    }

    Optional<Deed> find() {
        return Optional.ofNullable(deed);
    }
}
