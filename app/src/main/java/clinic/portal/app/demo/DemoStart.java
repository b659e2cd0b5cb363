package clinic.portal.app.demo;

import clinic.portal.persistence.shared.DatabaseRoles;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.HttpServerStart;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Fills the demo's database, once, and says what there is to try. */
@Singleton
final class DemoStart {
    private static final int BEFORE_THE_REST = 1;

    private final Clock clock;
    private final String url;
    private final String ownerPassword;

    DemoStart(
            Clock clock,
            @ConfigProperty(name = "portal.db.url") String url,
            @ConfigProperty(name = "portal.db.owner.password") String ownerPassword) {
        this.clock = clock;
        this.url = url;
        this.ownerPassword = ownerPassword;
    }

    void fill(@Observes @Priority(BEFORE_THE_REST) StartupEvent starting) throws SQLException {
        if (!Demo.isRunning()) {
            return;
        }
        try (Connection owner = DriverManager.getConnection(url, DatabaseRoles.OWNER, ownerPassword)) {
            if (DemoData.load(owner, clock.instant())) {
                say("Loaded the demo clinics.");
            }
        }
    }

    void welcome(@ObservesAsync HttpServerStart started) {
        if (!Demo.isRunning()) {
            return;
        }
        String base = "http://localhost:" + started.options().getPort();
        say("""

                Client Portal is running. Stop it with Ctrl-C; the data stay.

                  The API, to read and try   %1$s/docs
                  Mail and SMS               %1$s/dev/inbox
                  Health                     %1$s/q/health

                Log in as %2$s, a client of the clinic "glow":

                  curl -si %1$s/v1/portals/glow/login-links -H "Content-Type: application/json" -d '{"email":"%2$s"}'
                  curl -s  %1$s/dev/inbox          # take the token after #t= from the newest mail's link
                  curl -s  %1$s/v1/portals/glow/sessions -H "Content-Type: application/json" -d '{"transport":"bearer","token":"TOKEN"}'
                  curl -s  %1$s/v1/me/dashboard -H 'Authorization: Bearer ACCESS_TOKEN'

                To open a clinic of your own, the platform's key is %3$s
                """.formatted(base, DemoData.ADA_EMAIL, Demo.PLATFORM_KEY));
    }

    private static void say(String text) {
        PrintStream out = System.out;
        out.println(text);
    }
}
