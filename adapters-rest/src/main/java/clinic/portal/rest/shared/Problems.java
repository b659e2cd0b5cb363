package clinic.portal.rest.shared;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.regex.Pattern;

/** The problems that have no refusal in the core, because they are about HTTP itself. */
public final class Problems {
    private static final Pattern PATH = Pattern.compile("/(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2})*+");

    private static final String CODE = "problemCode";

    private Problems() {}

    /** The path called, without its query, which may hold a secret; just {@code /} where it is no path at all. */
    static String path(RoutingContext context) {
        try {
            String path = context.normalizedPath();
            return PATH.matcher(path).matches() ? path : "/";
        } catch (RuntimeException unreadable) {
            return "/";
        }
    }

    /** Which code the request was refused with. */
    public static String codeOf(RoutingContext context) {
        String code = context.get(CODE);
        return code == null ? "refused" : code;
    }

    static void note(Problem problem, RoutingContext context) {
        context.put(CODE, problem.code());
    }

    /** For what is refused before any resource is chosen. */
    public static void answer(Problem problem, RoutingContext context) {
        context.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .end(problem.json(path(context), RequestId.of(context)));
    }

    public static Problem ofStatus(int status) {
        return switch (status) {
            case 400 -> Problem.of(400, "malformed_request", "The request is not well-formed.");
            case 401 -> Problem.of(401, "session_required", "Log in first.");
            case 403 -> Problem.of(403, "forbidden", "This is not allowed.");
            case 404 -> Problem.of(404, "not_found", "There is nothing here.");
            case 405 -> Problem.of(405, "method_not_allowed", "This address does not take that method.");
            case 406 -> Problem.of(406, "not_acceptable", "Accept names nothing that this operation answers in.");
            case 408 -> Problem.of(408, "request_timeout", "The request took too long to arrive.");
            case 413 -> Problem.of(413, "body_too_large", "The body is larger than 64 KiB.");
            case 414 -> Problem.of(414, "uri_too_long", "The address is too long.");
            case 415 -> Problem.of(415, "unsupported_media_type", "Send application/json.");
            case 428 -> Problem.of(428, "if_match_required", "Send If-Match with the ETag of what you read.");
            case 431 -> Problem.of(431, "headers_too_large", "The headers are too large.");
            case 503 -> Problem.of(503, "temporarily_unavailable", "Try again in a moment.");
            default ->
                status >= 400 && status < 500
                        ? Problem.of(status, "refused", "The request was refused.")
                        : Problem.of(500, "internal_error", "Something went wrong on our side; it has been noted.");
        };
    }
}
