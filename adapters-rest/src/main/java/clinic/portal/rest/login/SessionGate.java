package clinic.portal.rest.login;

import clinic.portal.core.login.Audience;
import clinic.portal.core.login.SessionEnded;
import clinic.portal.core.login.SessionRequired;
import clinic.portal.core.shared.PreviewReadOnly;
import clinic.portal.core.shared.Viewer;
import clinic.portal.rest.shared.Contract;
import clinic.portal.rest.shared.Contract.Operation;
import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import java.util.Set;

/**
 * Lets in whom the contract lets in: an operation is for everybody only where openapi.yaml says {@code security: []}, or
 * names {@code {}} among the choices; there, a session is welcome and not needed. A cookie whose session has ended may still
 * lie in a browser that is to be shown the way back in: where the contract says so, it counts as none.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class SessionGate implements ContainerRequestFilter {
    static final String CUSTOM_HEADER = "X-Portal-Request";
    private static final String BEARER = "Bearer ";
    private static final Set<String> CLIENT = Set.of("clientSession", "clientCookie");
    private static final Set<String> STAFF = Set.of("staffSession", "staffCookie", Contract.API_KEY);

    private static final Set<String> PLATFORM = Set.of("platformKey");

    private final Contract contract;
    private final PlatformKey platform;
    private final Recognition recognition;
    private final ResourceInfo resource;
    private final Caller caller;
    private final PreviewMark mark;

    SessionGate(
            Contract contract,
            PlatformKey platform,
            Recognition recognition,
            ResourceInfo resource,
            Caller caller,
            PreviewMark mark) {
        this.contract = contract;
        this.platform = platform;
        this.recognition = recognition;
        this.resource = resource;
        this.caller = caller;
        this.mark = mark;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Operation operation = contract.operation(resource.getResourceMethod().getName());
        if (operation.schemes().isEmpty()) {
            return;
        }
        if (operation.schemes().equals(PLATFORM)) {
            platform.require(bearer(request).orElseThrow(PlatformKeyInvalid::new));
            return;
        }
        Audience audience = audienceOf(operation);
        if (operation.optional() && sentNothing(request, audience)) {
            return;
        }
        try {
            Viewer viewer = recognition.recognise(token(request, audience), audience);
            caller.recognised(viewer);
            if (Recognition.isPreview(viewer)) {
                mark.put();
                requireReadOnly(operation, request);
            }
        } catch (SessionEnded over) {
            if (!operation.ignoresLapsedCookies() || request.getHeaderString(HttpHeaders.AUTHORIZATION) != null) {
                throw over;
            }
        }
    }

    /** What is for everybody asks nobody in particular whether they may; whoever only looks may not. */
    private static void requireReadOnly(Operation operation, ContainerRequestContext request) {
        if (operation.optional() && !request.getMethod().equals(HttpMethod.GET)) {
            throw new PreviewReadOnly();
        }
    }

    private static Audience audienceOf(Operation operation) {
        if (CLIENT.containsAll(operation.schemes())) {
            return Audience.PORTAL;
        }
        if (STAFF.containsAll(operation.schemes())) {
            return Audience.STAFF;
        }
        throw new IllegalStateException("No door leads to " + operation.id() + ": " + operation.schemes());
    }

    /** A session that is over is still one that was sent: whoever relies on it shall hear so. */
    private static boolean sentNothing(ContainerRequestContext request, Audience audience) {
        return request.getHeaderString(HttpHeaders.AUTHORIZATION) == null
                && cookie(request, audience).isEmpty();
    }

    private static String token(ContainerRequestContext request, Audience audience) {
        if (request.getHeaderString(HttpHeaders.AUTHORIZATION) != null) {
            return bearer(request).orElseThrow(SessionRequired::new);
        }
        return cookie(request, audience).orElseThrow(SessionRequired::new);
    }

    private static Optional<String> bearer(ContainerRequestContext request) {
        return Optional.ofNullable(request.getHeaderString(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(header -> header.substring(BEARER.length()).strip());
    }

    private static Optional<String> cookie(ContainerRequestContext request, Audience audience) {
        return Optional.ofNullable(request.getCookies().get(SessionCookies.access(audience)))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty());
    }
}
