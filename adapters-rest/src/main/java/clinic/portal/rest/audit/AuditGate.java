package clinic.portal.rest.audit;

import clinic.portal.core.audit.Actor;
import clinic.portal.core.audit.Deed;
import clinic.portal.core.audit.RefusedDeeds;
import clinic.portal.core.shared.Viewer;
import clinic.portal.rest.login.Caller;
import clinic.portal.rest.shared.CallerAddress;
import clinic.portal.rest.shared.Contract;
import clinic.portal.rest.shared.Problems;
import clinic.portal.rest.shared.RequestId;
import clinic.portal.rest.shared.Traces;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.ext.Provider;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that what staff and programs do is written down. On the way in it says what is being done, which the
 * transaction that does it writes down with the rest; on the way out, what was refused instead.
 */
@Provider
@Priority(Priorities.AUTHENTICATION + 10)
public class AuditGate implements ContainerRequestFilter, ContainerResponseFilter {
    private static final Logger LOG = Logger.getLogger(AuditGate.class);
    private static final String SUBJECT = "id";
    private static final int TOO_MANY = 429;

    private final Contract contract;
    private final Caller caller;
    private final PresentDeed present;
    private final CallerAddress address;
    private final Instance<RefusedDeeds> refused;
    private final ResourceInfo resource;
    private final RoutingContext context;

    /** @param refused looked up when needed: filters are made before the database is known */
    AuditGate(
            Contract contract,
            Caller caller,
            PresentDeed present,
            CallerAddress address,
            Instance<RefusedDeeds> refused,
            ResourceInfo resource,
            RoutingContext context) {
        this.contract = contract;
        this.caller = caller;
        this.present = present;
        this.address = address;
        this.refused = refused;
        this.resource = resource;
        this.context = context;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        var operation = contract.operation(resource.getResourceMethod().getName());
        if (operation.audited()) {
            present.is(
                    new Deed(operation.id(), subject(request), address.of(context.request()), RequestId.of(context)));
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext answer) {
        // Who calls too often is counted, and writes nothing: a line stays for ever.
        if (answer.getStatus() < 400 || answer.getStatus() >= 500 || answer.getStatus() == TOO_MANY) {
            return;
        }
        present.find().ifPresent(deed -> caller.staffIfAny().ifPresent(viewer -> note(viewer, deed)));
    }

    /** The caller hears of the refusal all the same: there is no better answer left to give. */
    private void note(Viewer.Staff viewer, Deed deed) {
        try {
            refused.get().record(viewer.clinic(), Actor.of(viewer), deed, Problems.codeOf(context));
        } catch (RuntimeException failed) {
            LOG.error("A refused attempt could not be written down", Traces.withoutMessages(failed));
        }
    }

    private static @Nullable UUID subject(ContainerRequestContext request) {
        try {
            String id = request.getUriInfo().getPathParameters().getFirst(SUBJECT);
            return id == null ? null : UUID.fromString(id);
        } catch (IllegalArgumentException noId) {
            return null;
        }
    }
}
