package clinic.portal.rest.shared;

import clinic.portal.core.shared.Busy;
import clinic.portal.core.shared.Conflict;
import clinic.portal.core.shared.Denied;
import clinic.portal.core.shared.Gone;
import clinic.portal.core.shared.Invalid;
import clinic.portal.core.shared.NotFound;
import clinic.portal.core.shared.Outdated;
import clinic.portal.core.shared.Refusal;
import clinic.portal.core.shared.Throttled;
import clinic.portal.core.shared.Unauthenticated;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;
import org.jspecify.annotations.Nullable;

/** The one place where a refusal becomes an HTTP status. */
public class ProblemMapper {
    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

    private final Contract contract;

    ProblemMapper(Contract contract) {
        this.contract = contract;
    }

    @ServerExceptionMapper
    Response refusal(Refusal refusal, RoutingContext context) {
        int status = switch (refusal) {
            case Unauthenticated r -> 401;
            case Denied r -> 403;
            case NotFound r -> 404;
            case Conflict r -> 409;
            case Gone r -> 410;
            case Outdated r -> 412;
            case Invalid r -> 422;
            case Throttled r -> 429;
            case Busy r -> 503;
        };
        var errors = refusal instanceof Invalid invalid ? invalid.violations() : List.<Invalid.Violation>of();
        var facts = new HashMap<>(refusal.facts());
        WhatNext.newLink(refusal.code(), Problems.path(context)).ifPresent(path -> facts.put("requestNewLink", path));
        var wait = wait(refusal);
        wait.ifPresent(seconds -> facts.put("retryAfter", seconds));
        var answer = answer(new Problem(status, refusal.code(), refusal.detail(), errors, facts), context);
        wait.ifPresent(seconds -> answer.header(HttpHeaders.RETRY_AFTER, seconds));
        if (refusal instanceof Unauthenticated) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return answer.build();
    }

    @ServerExceptionMapper
    Response malformed(MalformedBody malformed, RoutingContext context) {
        return answer(Problem.of(400, "malformed_request", String.valueOf(malformed.getMessage())), context)
                .build();
    }

    @ServerExceptionMapper
    Response unconditional(IfMatchMissing missing, RoutingContext context) {
        return answer(Problems.ofStatus(428), context).build();
    }

    /** What the framework itself refuses: no such path, wrong method, wrong media type, too large. */
    @ServerExceptionMapper
    Response web(WebApplicationException refused, RoutingContext context, @Nullable SimpleResourceInfo resource) {
        var original = refused.getResponse();
        if (original.getStatus() >= 500) {
            return accident(refused, context, resource);
        }
        var answer = answer(Problems.ofStatus(original.getStatus()), context);
        if (original.getStatus() == 405) {
            answer.header(HttpHeaders.ALLOW, String.join(", ", contract.methods(Problems.path(context))));
        }
        return answer.build();
    }

    @ServerExceptionMapper
    Response accident(Throwable accident, RoutingContext context, @Nullable SimpleResourceInfo resource) {
        // Only the class of the accident and its place: messages of drivers repeat what was sent, and paths hold ids.
        LOG.errorf(
                Traces.withoutMessages(accident),
                "Accident while answering %s%s",
                context.request().method(),
                operation(resource));
        return answer(Problems.ofStatus(500), context).build();
    }

    /** By the contract's operationId; nothing for what broke before an operation was found. */
    private static String operation(@Nullable SimpleResourceInfo resource) {
        return resource == null || resource.getMethodName() == null ? "" : " " + resource.getMethodName();
    }

    private static Response.ResponseBuilder answer(Problem problem, RoutingContext context) {
        Problems.note(problem, context);
        return Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .entity(problem.json(Problems.path(context), RequestId.of(context)));
    }

    private static Optional<Long> wait(Refusal refusal) {
        return switch (refusal) {
            case Throttled throttled -> Optional.of(seconds(throttled.retryAfter()));
            case Busy busy -> Optional.of(seconds(busy.retryAfter()));
            case Unauthenticated r -> Optional.empty();
            case Denied r -> Optional.empty();
            case NotFound r -> Optional.empty();
            case Conflict r -> Optional.empty();
            case Gone r -> Optional.empty();
            case Invalid r -> Optional.empty();
            case Outdated r -> Optional.empty();
        };
    }

    /** Rounded up, and never none: who comes back sooner is refused again. */
    private static long seconds(Duration duration) {
        return Math.max(1, duration.plusMillis(999).toSeconds());
    }
}
