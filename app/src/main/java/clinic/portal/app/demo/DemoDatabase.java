package clinic.portal.app.demo;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A PostgreSQL of the demo's own, whose data stay in a folder from one run to the next. */
final class DemoDatabase {
    /** Kept here, or its level would be forgotten: what initdb has to say is of no use to whoever tries the demo. */
    private static final Logger CHATTER = Logger.getLogger("io.zonky");

    private DemoDatabase() {}

    static EmbeddedPostgres start(Path data) throws IOException {
        CHATTER.setLevel(Level.WARNING);
        endLeftover(data);
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setServerConfig("max_connections", "60")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .start();
    }

    /** A copy that was killed leaves its database running; our lock is held, so nobody else can be using it. */
    private static void endLeftover(Path data) throws IOException {
        Optional<ProcessHandle> leftover = postmaster(data.resolve("postmaster.pid"));
        if (leftover.isPresent()) {
            leftover.get().destroy();
            try {
                leftover.get().onExit().get(20, TimeUnit.SECONDS);
            } catch (TimeoutException | ExecutionException stuck) {
                leftover.get().destroyForcibly();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        }
        Files.deleteIfExists(data.resolve("postmaster.pid"));
        Files.deleteIfExists(data.resolve("epg-lock"));
    }

    private static Optional<ProcessHandle> postmaster(Path pidFile) throws IOException {
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
        // The number may have gone to some other program since; only a postgres is ours to stop.
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info().command().orElse("postgres").contains("postgres"));
    }
}
