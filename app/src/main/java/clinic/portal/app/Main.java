package clinic.portal.app;

import clinic.portal.app.demo.Demo;
import clinic.portal.app.login.KeyFile;
import clinic.portal.app.shared.Settings;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;

/** Starts the portal, or the demo with its own database, or writes keys. */
@QuarkusMain
public final class Main {
    /** sysexits(3): wrong usage, cannot create, bad configuration. */
    private static final int USAGE = 64;

    private static final int CANNOT_CREATE = 73;
    private static final int BAD_CONFIGURATION = 78;

    private Main() {}

    public static void main(String... args) {
        // Before the first logger is made, or the JDK's own manager stays in place.
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        if (args.length > 0 && args[0].equals("keys")) {
            System.exit(writeKeys(args));
        }
        if (Boolean.getBoolean("portal.demo")) {
            Demo.run(args);
            return;
        }
        var missing = Settings.missing();
        if (!missing.isEmpty()) {
            PrintStream err = System.err;
            err.println("Client Portal cannot start: these settings are missing.");
            missing.forEach(line -> err.println("  " + line));
            err.println("The README's table explains each. To look around first, run the demo: ./portal run");
            System.exit(BAD_CONFIGURATION);
        }
        Settings.allowOwnPages();
        Quarkus.run(args);
    }

    private static int writeKeys(String... args) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        if (args.length != 2) {
            err.println("Usage: keys FILE");
            return USAGE;
        }
        try {
            KeyFile.create(Path.of(args[1]));
            out.println("Wrote a signing key and a sealing key to " + args[1]
                    + ". Keep it secret; name it in PORTAL_KEYS_FILE.");
            return 0;
        } catch (FileAlreadyExistsException exists) {
            err.println(args[1] + " exists already and is left as it is.");
        } catch (IOException unwritable) {
            err.println("Cannot write " + args[1] + ": " + unwritable.getMessage());
        }
        return CANNOT_CREATE;
    }
}
