package clinic.portal.core.audit;

import clinic.portal.core.audit.AuditLog.Line;
import clinic.portal.core.shared.Ids;
import clinic.portal.core.shared.Traced;
import clinic.portal.core.shared.Viewer;
import org.jspecify.annotations.Nullable;

/** Writes down what was done, in the very transaction that did it: neither can be there without the other. */
public final class Witness {
    private final AuditLog log;
    private final Deeds deeds;
    private final Ids ids;

    public Witness(AuditLog log, Deeds deeds, Ids ids) {
        this.log = log;
        this.deeds = deeds;
        this.ids = ids;
    }

    /** @param result what it came to */
    public void saw(Viewer.Staff viewer, @Nullable Object result) {
        deeds.present().ifPresent(deed -> {
            var whole = deed.subject() == null && result instanceof Traced made ? deed.about(made.trace()) : deed;
            log.add(viewer.clinic(), new Line(ids.next(), Actor.of(viewer), whole, null));
        });
    }
}
