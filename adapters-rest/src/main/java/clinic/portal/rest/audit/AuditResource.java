package clinic.portal.rest.audit;

import clinic.portal.core.audit.Actor;
import clinic.portal.core.audit.AuditLog.Entry;
import clinic.portal.core.audit.AuditTrail;
import clinic.portal.core.audit.AuditTrail.Search;
import clinic.portal.rest.api.AuditLogApi;
import clinic.portal.rest.api.model.AuditActor;
import clinic.portal.rest.api.model.AuditActorKind;
import clinic.portal.rest.api.model.AuditEntry;
import clinic.portal.rest.api.model.AuditOutcome;
import clinic.portal.rest.api.model.AuditPage;
import clinic.portal.rest.login.Caller;
import clinic.portal.rest.shared.Cursors;
import clinic.portal.rest.shared.Zoned;
import io.smallrye.common.annotation.RunOnVirtualThread;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who did what, for those who lead the clinic. */
@RunOnVirtualThread
public class AuditResource implements AuditLogApi {
    private final AuditTrail trail;
    private final Caller caller;

    AuditResource(AuditTrail trail, Caller caller) {
        this.trail = trail;
        this.caller = caller;
    }

    @Override
    public AuditPage listAuditLog(
            @Nullable UUID about,
            @Nullable UUID actor,
            @Nullable String operation,
            @Nullable AuditOutcome outcome,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Integer limit,
            @Nullable String cursor) {
        Boolean refused = outcome == null ? null : outcome == AuditOutcome.REFUSED;
        var search = new Search(actor, about, operation, refused, from, to);
        var found = trail.list(caller.staff(), search, Cursors.page(limit, cursor));
        return new AuditPage(
                found.page().items().stream()
                        .map(entry -> toDto(entry, found.zone()))
                        .toList(),
                found.zone().getId(),
                Cursors.write(found.page().next()));
    }

    private static AuditEntry toDto(Entry entry, ZoneId zone) {
        var line = entry.line();
        var deed = line.deed();
        return new AuditEntry(
                line.id(),
                Zoned.toDto(entry.at(), zone),
                new AuditActor(
                        switch (line.actor()) {
                            case Actor.OfStaff member -> AuditActorKind.MEMBER;
                            case Actor.OfProgram program -> AuditActorKind.API_KEY;
                        },
                        line.actor().id(),
                        entry.name()),
                deed.operation(),
                deed.subject(),
                line.refusedAs() == null ? AuditOutcome.DONE : AuditOutcome.REFUSED,
                line.refusedAs(),
                deed.address(),
                deed.request());
    }
}
