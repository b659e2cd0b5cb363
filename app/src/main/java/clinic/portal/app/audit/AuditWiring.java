package clinic.portal.app.audit;

import clinic.portal.app.shared.Transacted;
import clinic.portal.core.audit.AuditLog;
import clinic.portal.core.audit.AuditTrail;
import clinic.portal.core.audit.Deeds;
import clinic.portal.core.audit.RefusedDeeds;
import clinic.portal.core.audit.Witness;
import clinic.portal.core.clinic.Clinics;
import clinic.portal.core.shared.Ids;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Who did what: the transaction's door tells the witness of what staff and programs do. */
final class AuditWiring {

    @Produces
    @Singleton
    Witness witness(AuditLog log, Deeds deeds, Ids ids) {
        return new Witness(log, deeds, ids);
    }

    @Singleton
    @Transacted
    static class TransactedRefusedDeeds extends RefusedDeeds {
        TransactedRefusedDeeds(AuditLog log, Ids ids) {
            super(log, ids);
        }
    }

    @Singleton
    @Transacted
    static class TransactedAuditTrail extends AuditTrail {
        TransactedAuditTrail(AuditLog log, Clinics clinics) {
            super(log, clinics);
        }
    }
}
