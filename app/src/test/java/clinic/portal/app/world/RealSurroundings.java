package clinic.portal.app.world;

import clinic.portal.app.login.KeyFile;
import clinic.portal.persistence.shared.DatabaseRoles;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** A real PostgreSQL with both roles, a real SMTP server, and a stand-in for Twilio that speaks real HTTP. */
public final class RealSurroundings implements QuarkusTestResourceLifecycleManager {
    private static final String PASSWORD = "secret of the tests";

    public static final String PLATFORM_KEY = "the platform's key in these tests";

    private static EmbeddedPostgres database;
    private static GreenMail mail;
    private static WireMockServer twilio;
    private static Path keys;

    @Override
    public Map<String, String> start() {
        try {
            database = EmbeddedPostgres.builder().start();
            try (Connection superuser = database.getPostgresDatabase().getConnection()) {
                DatabaseRoles.establish(superuser, PASSWORD, PASSWORD);
            }
            mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
            mail.start();
            twilio = new WireMockServer(WireMockConfiguration.options().dynamicPort());
            twilio.start();
            keys = Files.createTempDirectory("portal-keys").resolve("keys.json");
            KeyFile.create(keys);
        } catch (IOException | SQLException failed) {
            throw new IllegalStateException(failed);
        }
        var settings = new HashMap<String, String>();
        settings.put("portal.db.url", url());
        settings.put("portal.db.password", PASSWORD);
        settings.put("portal.db.owner.password", PASSWORD);
        settings.put("portal.platform-key", PLATFORM_KEY);
        settings.put("portal.keys-file", keys.toString());
        settings.put("portal.base-url", "https://portal.example");
        settings.put("portal.cors.origins", "https://portal.example");
        settings.put("portal.smtp.host", "127.0.0.1");
        settings.put("portal.smtp.port", String.valueOf(mail.getSmtp().getPort()));
        settings.put("portal.smtp.tls", "NONE");
        settings.put("portal.smtp.from", "hello@portal.example");
        settings.put("portal.twilio.account-sid", "ACtest");
        settings.put("portal.twilio.auth-token", "token");
        settings.put("portal.twilio.from", "+447700900999");
        settings.put("portal.twilio.base-url", twilio.baseUrl());
        settings.put("portal.jobs.poll", "PT0.1S");
        settings.put("portal.calendar.heartbeat", "PT0.5S");
        // Each test calls from an address of its own, or the limit by address would stop the later ones.
        settings.put("portal.trusted-proxies", "127.0.0.1");
        return settings;
    }

    @Override
    public void stop() {
        twilio.stop();
        mail.stop();
        try {
            database.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static String url() {
        return "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(database.getPort());
    }

    /** As the role that owns the tables, for arranging what no operation of the contract can do. */
    public static Connection owner() throws SQLException {
        return DriverManager.getConnection(url(), DatabaseRoles.OWNER, PASSWORD);
    }

    /** As the role the application has. */
    public static Connection runtime() throws SQLException {
        return DriverManager.getConnection(url(), DatabaseRoles.RUNTIME, PASSWORD);
    }

    public static Connection superuser() throws SQLException {
        return database.getPostgresDatabase().getConnection();
    }

    public static GreenMail mail() {
        return mail;
    }

    public static WireMockServer twilio() {
        return twilio;
    }

    public static Path keys() {
        return keys;
    }
}
