package clinic.portal.rest.shared;

import clinic.portal.core.shared.Throttle;
import clinic.portal.core.shared.Throttle.Allowance;
import clinic.portal.rest.shared.Contract.Limit;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.ext.Provider;

/** Counts calls by the caller's address where the contract announces 429, before anything else is looked at. */
@Provider
@Priority(Priorities.AUTHENTICATION - 100)
public class AddressLimit implements ContainerRequestFilter {
    private final Contract contract;
    private final Instance<Throttle> throttle;
    private final CallerAddress caller;
    private final ResourceInfo resource;
    private final RoutingContext context;

    /** @param throttle looked up at the first call: filters are made before the database is known */
    AddressLimit(
            Contract contract,
            Instance<Throttle> throttle,
            CallerAddress caller,
            ResourceInfo resource,
            RoutingContext context) {
        this.contract = contract;
        this.throttle = throttle;
        this.caller = caller;
        this.resource = resource;
        this.context = context;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        var operation = contract.operation(resource.getResourceMethod().getName());
        Limit limit = operation.limit();
        if (limit == null) {
            return;
        }
        RateLimits.take(
                throttle.get(),
                new Allowance(operation.id(), limit.times(), limit.per()),
                "address",
                caller.of(context.request()),
                context);
    }
}
