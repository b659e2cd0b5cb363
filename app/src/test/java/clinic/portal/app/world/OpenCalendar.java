package clinic.portal.app.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** A calendar that somebody has open: reads the stream as a browser would, and holds each event against the contract. */
public final class OpenCalendar implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Schema EVENT = schema();

    private final HttpClient browser =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final List<String> comments = new CopyOnWriteArrayList<>();
    private final HttpResponse<Stream<String>> answer;
    private final CompletableFuture<Void> over;

    /** @param data empty where there is none worth looking at */
    public record Event(String name, String id, JsonNode data) {
        public String appointment() {
            return data.at("/appointment/id").asText();
        }

        public String change() {
            return data.path("change").asText();
        }
    }

    private OpenCalendar(String url, String accessToken, String lastEventId) {
        var request = HttpRequest.newBuilder(URI.create(url + "/v1/admin/calendar/events"))
                .header("Authorization", "Bearer " + accessToken)
                .header("Accept", "text/event-stream")
                .header("Accept-Encoding", "gzip")
                .header("X-Forwarded-For", Caller.addressOf(60_000));
        if (!lastEventId.isEmpty()) {
            request.header("Last-Event-ID", lastEventId);
        }
        try {
            answer = browser.send(request.build(), BodyHandlers.ofLines());
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
        over = CompletableFuture.runAsync(this::read, task -> Thread.ofVirtual().start(task));
    }

    public static OpenCalendar of(String accessToken) {
        return after(accessToken, "");
    }

    public static OpenCalendar after(String accessToken, String lastEventId) {
        return at("http://localhost:" + RestAssured.port, accessToken, lastEventId);
    }

    /** Returns once it is known from where on everything is told. */
    public static OpenCalendar at(String url, String accessToken, String lastEventId) {
        var opened = new OpenCalendar(url, accessToken, lastEventId);
        Waiting.until("the first event")
                .until(() -> opened.over.isDone()
                        || opened.events.stream()
                                .anyMatch(event -> !event.name().equals("appointment")));
        return opened;
    }

    public HttpResponse<?> answer() {
        return answer;
    }

    public List<Event> all() {
        return events;
    }

    public List<Event> appointments() {
        return events.stream()
                .filter(event -> event.name().equals("appointment"))
                .toList();
    }

    public List<String> comments() {
        return comments;
    }

    public String lastId() {
        return events.getLast().id();
    }

    public boolean hasEnded() {
        return over.isDone();
    }

    @Override
    public void close() {
        browser.shutdownNow();
    }

    private void read() {
        var fields = new HashMap<String, String>();
        try {
            answer.body().forEach(line -> read(line, fields));
        } catch (UncheckedIOException cutOrClosed) {
            fields.clear();
        }
    }

    private void read(String line, Map<String, String> fields) {
        if (line.startsWith(":")) {
            comments.add(line);
        } else if (!line.isEmpty()) {
            int colon = line.indexOf(": ");
            fields.put(line.substring(0, colon), line.substring(colon + 2));
        } else if (fields.containsKey("event")) {
            var event = new Event(fields.get("event"), fields.get("id"), parse(fields.get("data")));
            if (event.name().equals("appointment")
                    && !EVENT.validate(event.data()).isEmpty()) {
                throw new AssertionError("Against the contract: " + EVENT.validate(event.data()));
            }
            events.add(event);
            fields.clear();
        }
    }

    private static JsonNode parse(String data) {
        try {
            return JSON.readTree(data);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Schema schema() {
        try {
            String contract = new ObjectMapper(new YAMLFactory())
                    .readTree(Contracts.text())
                    .toString();
            return SchemaRegistry.withDialect(
                            Dialects.getDraft202012(), registry -> registry.schemas(Map.of("urn:contract", contract)))
                    .getSchema(JSON.createObjectNode().put("$ref", "urn:contract#/components/schemas/CalendarEvent"));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
