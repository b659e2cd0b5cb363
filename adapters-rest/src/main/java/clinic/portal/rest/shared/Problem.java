package clinic.portal.rest.shared;

import clinic.portal.core.shared.Invalid.Violation;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An error as RFC 9457 writes it.
 *
 * @param facts further members, for programs
 */
public record Problem(int status, String code, String detail, List<Violation> errors, Map<String, Object> facts) {
    public static final String MEDIA_TYPE = "application/problem+json";

    public static Problem of(int status, String code, String detail) {
        return new Problem(status, code, detail, List.of(), Map.of());
    }

    /** @param path of the request, without its query: a query may hold what nobody should repeat */
    public String json(String path, String requestId) {
        var members = new LinkedHashMap<String, Object>();
        members.put("type", "urn:clinic-portal:problem:" + code);
        members.put("title", title());
        members.put("status", status);
        members.put("detail", detail);
        members.put("instance", path);
        members.put("code", code);
        members.put("requestId", requestId);
        if (!errors.isEmpty()) {
            members.put(
                    "errors", new JsonArray(errors.stream().map(Problem::json).toList()));
        }
        members.putAll(facts);
        return new JsonObject(members).encode();
    }

    private String title() {
        return switch (status) {
            case 400 -> "Malformed request";
            case 401 -> "Not logged in";
            case 403 -> "Not allowed";
            case 404 -> "Not found";
            case 405 -> "Method not allowed";
            case 406 -> "Not acceptable";
            case 409 -> "Conflict";
            case 410 -> "No longer valid";
            case 412 -> "Changed in the meantime";
            case 413 -> "Too large";
            case 415 -> "Unsupported media type";
            case 422 -> "Invalid request";
            case 428 -> "A header is missing";
            case 429 -> "Too many requests";
            case 503 -> "Temporarily unavailable";
            default -> status < 500 ? "Refused" : "Internal error";
        };
    }

    private static JsonObject json(Violation violation) {
        return new JsonObject()
                .put("pointer", violation.pointer())
                .put("code", violation.code())
                .put("detail", violation.detail());
    }
}
