package clinic.portal.rest.login;

import clinic.portal.core.shared.Invalid;
import clinic.portal.core.shared.Invalid.Violation;
import clinic.portal.core.shared.MemberRequired;
import clinic.portal.core.shared.Throttle;
import clinic.portal.core.shared.Throttle.Allowance;
import clinic.portal.core.shared.Viewer;
import clinic.portal.rest.shared.Contract;
import clinic.portal.rest.shared.RateLimits;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What programs owe that people do not: not to call too often, and to name what they might have to send again. */
@Provider
@Priority(Priorities.AUTHENTICATION + 20)
public class ProgramGate implements ContainerRequestFilter {
    private static final String KEY = "Idempotency-Key";

    private final Contract contract;
    private final Caller caller;
    private final Instance<Throttle> throttle;
    private final Instance<ProgramLimit> limit;
    private final ResourceInfo resource;
    private final RoutingContext context;

    /** @param throttle looked up when needed: filters are made before the database is known; so the limit */
    ProgramGate(
            Contract contract,
            Caller caller,
            Instance<Throttle> throttle,
            Instance<ProgramLimit> limit,
            ResourceInfo resource,
            RoutingContext context) {
        this.contract = contract;
        this.caller = caller;
        this.throttle = throttle;
        this.limit = limit;
        this.resource = resource;
        this.context = context;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (caller.staffIfAny().orElse(null) instanceof Viewer.Integrator program) {
            RateLimits.take(
                    throttle.get(),
                    limit.get().allowance(),
                    "key",
                    program.key().value().toString(),
                    context);
            var operation = contract.operation(resource.getResourceMethod().getName());
            // Not before it is counted, and known to those who write down who tried what.
            if (!operation.schemes().contains(Contract.API_KEY)) {
                throw new MemberRequired();
            }
            if (Contract.isRepeatable(operation) && request.getHeaderString(KEY) == null) {
                throw new Invalid(List.of(new Violation(
                        KEY, "required", "Programs name what they might have to send again: any new text will do.")));
            }
        }
    }

    /** How often one key may call, over all instances. */
    @ApplicationScoped
    static class ProgramLimit {
        private final int perMinute;

        ProgramLimit(@ConfigProperty(name = "portal.limits.calls-per-key", defaultValue = "600") int perMinute) {
            this.perMinute = perMinute;
        }

        Allowance allowance() {
            return new Allowance("api-key", perMinute, Duration.ofMinutes(1));
        }
    }
}
