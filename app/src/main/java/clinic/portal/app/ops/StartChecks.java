package clinic.portal.app.ops;

import clinic.portal.persistence.shared.RuntimeRole;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** What must hold before the first request, and cannot be seen from the settings. */
@Singleton
final class StartChecks {
    private static final int FIRST = 0;

    private final RuntimeRole role;

    StartChecks(RuntimeRole role) {
        this.role = role;
    }

    /** A role that row-level security does not bind would work, silently, without the last wall (SECURITY T23). */
    void check(@Observes @Priority(FIRST) StartupEvent starting) {
        role.requireBound();
    }
}
