package clinic.portal.app.process;

import clinic.portal.app.world.Caller;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Books at one instance; each call from an address of its own, or the limits by address would answer instead. */
public final class BookingCaller {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final AtomicInteger LAST = new AtomicInteger(1_000_000);
    /** A connection for each call at a time, as so many browsers would have. */
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final String url;
    private final BookingClinic clinic;
    private final Duration patience;

    /** @param patience how long to wait for an answer */
    public BookingCaller(String url, BookingClinic clinic, Duration patience) {
        this.url = url;
        this.clinic = clinic;
        this.patience = patience;
    }

    /** @param replayed it is what an earlier call with the same key was answered */
    public record Answer(int status, String text, boolean replayed) {
        public JsonNode body() {
            try {
                return JSON.readTree(text);
            } catch (IOException broken) {
                throw new IllegalStateException(text, broken);
            }
        }

        /** Of what was made or changed. */
        public UUID id() {
            return UUID.fromString(body().get("id").asText());
        }

        public UUID practitioner() {
            return UUID.fromString(body().at("/practitioner/id").asText());
        }

        /** Why not. */
        public String code() {
            return body().path("code").asText();
        }
    }

    /** @param practitioner anybody, where absent */
    public record Wish(
            UUID treatment,
            @Nullable UUID practitioner,
            Instant startsAt,
            @Nullable UUID hold,
            @Nullable String notes) {
        public Wish(UUID treatment, @Nullable UUID practitioner, Instant startsAt) {
            this(treatment, practitioner, startsAt, null, null);
        }

        public Wish with(@Nullable UUID ownHold, @Nullable String words) {
            return new Wish(treatment, practitioner, startsAt, ownHold, words);
        }

        private Map<String, Object> body() {
            var body = new LinkedHashMap<String, Object>();
            body.put("treatmentId", treatment.toString());
            body.put("startsAt", startsAt.toString());
            put(body, "practitionerId", practitioner);
            put(body, "holdId", hold);
            put(body, "notes", notes);
            return body;
        }
    }

    public Answer book(String token, Wish wish, String... headers) throws IOException {
        return post("/v1/me/appointments", token, wish.body(), headers);
    }

    public Answer bookByGrant(String grant, Wish wish) throws IOException {
        var body = wish.body();
        body.put("bookingGrant", grant);
        return post("/v1/portals/" + clinic.slug() + "/appointments", null, body);
    }

    public Answer cancel(String token, UUID appointment) throws IOException {
        return post("/v1/me/appointments/" + appointment + "/cancel", token, Map.of());
    }

    public Answer move(String token, UUID appointment, @Nullable UUID practitioner, Instant startsAt)
            throws IOException {
        return post("/v1/me/appointments/" + appointment + "/reschedule", token, place(practitioner, startsAt));
    }

    public Answer moveAsStaff(String token, UUID appointment, Instant startsAt) throws IOException {
        return post("/v1/admin/appointments/" + appointment + "/reschedule", token, place(null, startsAt));
    }

    public Answer hold(Wish wish) throws IOException {
        return post("/v1/portals/" + clinic.slug() + "/holds", null, wish.body());
    }

    public Answer release(UUID hold) throws IOException {
        return delete("/v1/portals/" + clinic.slug() + "/holds/" + hold, null);
    }

    public Answer goAway(String token, UUID practitioner, Instant startsAt, Instant endsAt, String reason)
            throws IOException {
        return post(
                "/v1/admin/practitioners/" + practitioner + "/time-off",
                token,
                Map.of("startsAt", startsAt.toString(), "endsAt", endsAt.toString(), "reason", reason));
    }

    public Answer comeBack(String token, UUID practitioner, UUID timeOff) throws IOException {
        return delete("/v1/admin/practitioners/" + practitioner + "/time-off/" + timeOff, token);
    }

    public Answer makeToken(String token) throws IOException {
        return post("/v1/me/prefill-tokens", token, null);
    }

    public Answer redeem(String prefill) throws IOException {
        return post("/v1/portals/" + clinic.slug() + "/prefill", null, Map.of("token", prefill));
    }

    private Answer post(String path, @Nullable String token, @Nullable Map<String, ?> body, String... headers)
            throws IOException {
        var request = request(path, token);
        if (body == null) {
            request.POST(BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json");
            request.POST(BodyPublishers.ofString(JSON.writeValueAsString(body)));
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    private Answer delete(String path, @Nullable String token) throws IOException {
        return send(request(path, token).DELETE().build());
    }

    private HttpRequest.Builder request(String path, @Nullable String token) {
        var request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(patience)
                .header("X-Forwarded-For", Caller.addressOf(LAST.incrementAndGet()));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return request;
    }

    private static Answer send(HttpRequest request) throws IOException {
        try {
            var answer = HTTP.send(request, BodyHandlers.ofString());
            return new Answer(
                    answer.statusCode(),
                    answer.body(),
                    answer.headers().firstValue("Idempotent-Replayed").isPresent());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    private static Map<String, Object> place(@Nullable UUID practitioner, Instant startsAt) {
        var body = new LinkedHashMap<String, Object>();
        body.put("startsAt", startsAt.toString());
        put(body, "practitionerId", practitioner);
        return body;
    }

    private static void put(Map<String, Object> body, String name, @Nullable Object value) {
        if (value != null) {
            body.put(name, value.toString());
        }
    }
}
