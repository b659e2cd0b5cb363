package clinic.portal.rest.stage;

import clinic.portal.core.audit.AuditTrail;
import clinic.portal.core.audit.RefusedDeeds;
import clinic.portal.core.fixtures.BackOffice;
import clinic.portal.core.login.ApiKeyDoor;
import clinic.portal.core.login.ApiKeyRing;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Produces;

/** Programs' keys and the audit log, of the world of the day: see {@link Stage}. */
final class OfficeBeans {
    private static BackOffice office() {
        return Stage.working().office;
    }

    @Produces
    @RequestScoped
    ApiKeyRing ring() {
        return office().ring;
    }

    @Produces
    @RequestScoped
    ApiKeyDoor door() {
        return office().door;
    }

    @Produces
    @RequestScoped
    RefusedDeeds refused() {
        return office().refused;
    }

    @Produces
    @RequestScoped
    AuditTrail trail() {
        return office().trail;
    }
}
