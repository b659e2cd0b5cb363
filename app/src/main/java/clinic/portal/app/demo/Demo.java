package clinic.portal.app.demo;

import clinic.portal.app.login.KeyFile;
import clinic.portal.persistence.shared.DatabaseRoles;
import io.quarkus.runtime.Quarkus;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The whole portal on one machine, with a database and keys of its own in one folder. */
public final class Demo {
    static final int SECOND_COPY = 3;
    static final int PORT_TAKEN = 6;
    static final int FOLDER_UNWRITABLE = 5;
    static final int DATABASE_FAILED = 8;
    /** The demo's database listens on this machine only and holds invented people. */
    private static final String PASSWORD = "demo";

    /** Opens clinics; the demo answers this machine only. */
    static final String PLATFORM_KEY = "demo-platform-key-for-this-machine-only";

    private static volatile boolean running;

    private Demo() {}

    /**
     * Whether this process is the demo: it shows mail and SMS at /dev/inbox instead of sending them. Not a setting: no
     * slip in a deployment's configuration shall open every account.
     */
    public static boolean isRunning() {
        return running;
    }

    /** Runs until it is stopped; where it cannot start, says why and exits with the codes above. */
    public static void run(String... args) {
        Path home = Path.of(System.getProperty("portal.home", ".portal")).toAbsolutePath();
        int port = Integer.getInteger("quarkus.http.port", 8080);
        try (FileChannel lockFile = openLock(home)) {
            if (tryLock(lockFile) == null) {
                give(
                        SECOND_COPY,
                        "Another copy of the demo is running in " + home + ". Stop it first (Ctrl-C in its window).");
            }
            if (isTaken(port)) {
                give(
                        PORT_TAKEN,
                        "Port " + port + " is taken by another program. Choose another: PORTAL_PORT=8090 ./portal run");
            }
            start(home, args);
        } catch (IOException closing) {
            throw new UncheckedIOException(closing);
        }
    }

    private static void start(Path home, String... args) {
        running = true;
        PrintStream out = System.out;
        out.println("Starting the demo's database ...");
        try (EmbeddedPostgres database = DemoDatabase.start(home.resolve("db"))) {
            try (Connection connection = database.getPostgresDatabase().getConnection()) {
                DatabaseRoles.establish(connection, PASSWORD, PASSWORD);
            }
            Path keys = home.resolve("keys.json");
            if (!Files.exists(keys)) {
                KeyFile.create(keys);
            }
            System.setProperty(
                    "portal.db.url", database.getJdbcUrl("postgres", "postgres").replaceAll("\\?.*", ""));
            System.setProperty("portal.db.password", PASSWORD);
            System.setProperty("portal.db.owner.password", PASSWORD);
            System.setProperty("portal.keys-file", keys.toString());
            System.setProperty("portal.platform-key", PLATFORM_KEY);
            out.println("Starting the portal ...");
            Quarkus.run(args);
            Quarkus.waitForExit();
        } catch (IOException | SQLException failed) {
            give(
                    DATABASE_FAILED,
                    "The demo's database does not start (" + failed.getMessage()
                            + "). ./portal reset-demo begins afresh.");
        }
    }

    private static FileChannel openLock(Path home) {
        try {
            Files.createDirectories(home);
            return FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException unwritable) {
            throw give(
                    FOLDER_UNWRITABLE,
                    "Cannot write to " + home + " (" + unwritable.getMessage()
                            + "). Make it writable, or run from a copy in a folder of yours.");
        }
    }

    private static @Nullable FileLock tryLock(FileChannel file) throws IOException {
        return file.tryLock();
    }

    private static boolean isTaken(int port) {
        if (port == 0) {
            return false;
        }
        try (var probe = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return !probe.isBound();
        } catch (IOException taken) {
            return true;
        }
    }

    private static RuntimeException give(int code, String why) {
        PrintStream err = System.err;
        err.println(why);
        System.exit(code);
        return new IllegalStateException(why);
    }
}
