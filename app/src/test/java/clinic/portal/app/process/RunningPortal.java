package clinic.portal.app.process;

import clinic.portal.app.world.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The packaged program as a process of its own, the way it is run for real. */
public final class RunningPortal implements AutoCloseable {
    private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");
    /** How ./portal starts the demo. */
    private static final Set<String> ON_THE_COMMAND_LINE = Set.of("portal.demo", "portal.home");

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Process process;
    private final Path log;
    private final int port;

    private RunningPortal(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.port = port;
    }

    /** Starts it and waits until it is ready. */
    public static RunningPortal ready(Map<String, String> settings) {
        return ready(settings, List.of());
    }

    /** @param jvm options of the virtual machine, for what no setting can do to the program */
    public static RunningPortal ready(Map<String, String> settings, List<String> jvm) {
        var portal = start(freePort(), settings, jvm);
        try {
            Waiting.atMost(90, "the portal is ready").until(portal::isReadyOrDead);
        } catch (RuntimeException notReady) {
            portal.kill();
            throw new IllegalStateException(portal.log(), notReady);
        }
        if (!portal.process.isAlive()) {
            throw new IllegalStateException(portal.log());
        }
        return portal;
    }

    static RunningPortal start(int port, Map<String, String> settings) {
        return start(port, settings, List.of());
    }

    private static RunningPortal start(int port, Map<String, String> settings, List<String> jvm) {
        try {
            Path log = Files.createTempFile("portal", ".log");
            var command = new ArrayList<>(List.of(
                    ProcessHandle.current().info().command().orElse("java"),
                    "-Xmx192m",
                    "-XX:+UseSerialGC",
                    "--enable-native-access=ALL-UNNAMED",
                    "-Dquarkus.http.port=" + port));
            command.addAll(jvm);
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            // As a deployment would say them: through the environment, by the names that the README gives.
            settings.forEach((name, value) -> {
                if (name.startsWith("PORTAL_")) {
                    builder.environment().put(name, value);
                } else if (name.startsWith("portal.") && !ON_THE_COMMAND_LINE.contains(name)) {
                    builder.environment().put(name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"), value);
                } else {
                    command.add("-D" + name + "=" + value);
                }
            });
            command.addAll(List.of("-jar", JAR.toString()));
            var process = builder.start();
            return new RunningPortal(process, log, port);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static int freePort() {
        try (var probe = new ServerSocket(0)) {
            return probe.getLocalPort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    int port() {
        return port;
    }

    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET().build());
    }

    HttpResponse<String> post(String path, String json, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    HttpResponse<String> delete(String path, String... headers) {
        return send(request(path, headers).DELETE().build());
    }

    /** SIGTERM, as an orchestrator would. */
    int stop() {
        process.destroy();
        return exitCode();
    }

    /** SIGKILL. */
    public void kill() {
        process.destroyForcibly();
        exitCode();
    }

    int exitCode() {
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("still running:\n" + log());
            }
            return process.exitValue();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            stop();
        }
    }

    private boolean isReadyOrDead() {
        if (!process.isAlive()) {
            return true;
        }
        try {
            return get("/q/health/ready").statusCode() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    private HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(url() + path));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request;
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }
}
