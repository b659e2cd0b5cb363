package clinic.portal.app.process;

import clinic.portal.app.world.Waiting;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A calendar left open: what it was told so far, line by line. */
final class OpenStream implements AutoCloseable {
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final InputStream body;

    private OpenStream(InputStream body) {
        this.body = body;
    }

    /** Comes back once the stream says that it is there. */
    static OpenStream of(String url, String accessToken) {
        try {
            var answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(url + "/v1/admin/calendar/events"))
                                    .header("Authorization", "Bearer " + accessToken)
                                    .header("Accept", "text/event-stream")
                                    .build(),
                            BodyHandlers.ofInputStream());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("The stream answered " + answer.statusCode());
            }
            var stream = new OpenStream(answer.body());
            Thread.ofVirtual().start(stream::read);
            stream.awaitLine("event:", "ready");
            return stream;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    /** Waits for a line with all of these in it. */
    String awaitLine(String... parts) {
        return Waiting.until("a line with " + List.of(parts))
                .until(
                        () -> lines.stream()
                                .filter(line -> List.of(parts).stream().allMatch(line::contains))
                                .findFirst()
                                .orElse(""),
                        line -> !line.isEmpty());
    }

    private void read() {
        try (var reader = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
            }
        } catch (IOException closed) {
            lines.add("closed");
        }
    }

    @Override
    public void close() {
        try {
            body.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
