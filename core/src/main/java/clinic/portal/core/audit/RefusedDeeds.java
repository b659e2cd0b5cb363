package clinic.portal.core.audit;

import clinic.portal.core.audit.AuditLog.Line;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.Ids;

/** Writes down what was tried and refused, when all else that the attempt had written is gone (SECURITY P51). */
public class RefusedDeeds {
    private final AuditLog log;
    private final Ids ids;

    public RefusedDeeds(AuditLog log, Ids ids) {
        this.log = log;
        this.ids = ids;
    }

    /** @param code of the refusal */
    public void record(ClinicId clinic, Actor actor, Deed deed, String code) {
        log.add(clinic, new Line(ids.next(), actor, deed, code));
    }
}
