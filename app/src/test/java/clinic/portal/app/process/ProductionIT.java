package clinic.portal.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.app.demo.DemoDataLoading;
import clinic.portal.app.world.Caller;
import clinic.portal.app.world.RealSurroundings;
import clinic.portal.app.world.Waiting;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Several copies of the packaged program on one database, some of which die. */
class ProductionIT {
    private static final RealSurroundings SURROUNDINGS = new RealSurroundings();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static Map<String, String> settings;

    @BeforeAll
    static void start() throws SQLException {
        settings = new HashMap<>(SURROUNDINGS.start());
        settings.put("quarkus.profile", "prod");
        try (var migrating = RunningPortal.ready(settings);
                Connection owner = RealSurroundings.owner()) {
            DemoDataLoading.load(owner, Instant.now());
        }
    }

    @AfterAll
    static void stop() {
        SURROUNDINGS.stop();
    }

    @Test
    void withoutSettingsItNamesAllThatAreMissingAndDoesNotStart() {
        try (var bare = RunningPortal.start(RunningPortal.freePort(), Map.of())) {
            assertThat(bare.exitCode()).isEqualTo(78);
            assertThat(bare.log())
                    .contains("PORTAL_DB_URL", "PORTAL_KEYS_FILE", "PORTAL_BASE_URL", "PORTAL_SMTP_HOST")
                    .doesNotContain("Exception", "\tat ");
        }
    }

    @Test
    void withoutUsableKeysItSaysHowToMakeThem() {
        var withoutKeys = new HashMap<>(settings);
        withoutKeys.put("portal.keys-file", "/nowhere/keys.json");
        try (var portal = RunningPortal.start(RunningPortal.freePort(), withoutKeys)) {
            assertThat(portal.exitCode()).isEqualTo(78);
            assertThat(portal.log())
                    .contains("/nowhere/keys.json", "./portal keys")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void limitsAndSessionsHoldAcrossInstances() throws IOException {
        try (var one = RunningPortal.ready(settings);
                var two = RunningPortal.ready(settings)) {
            var statuses = new ArrayList<Integer>();
            for (int i = 0; i < 32; i++) {
                var instance = i % 2 == 0 ? one : two;
                statuses.add(ask(instance, "nobody%d@example.org".formatted(i), "10.9.9.9")
                        .statusCode());
            }
            assertThat(statuses.subList(0, 30)).containsOnly(202);
            assertThat(statuses.subList(30, 32)).containsOnly(429);

            ask(one, "ada@example.com", "10.9.9.10");
            ask(two, "ada@example.com", "10.9.9.11");
            String access = logInWithMailedLink(two, "ada@example.com", "10.9.9.12");
            assertThat(Caller.mailsTo("ada@example.com")).hasSize(1);
            String bearer = "Bearer " + access;
            assertThat(one.get("/v1/me/dashboard", "Authorization", bearer).statusCode())
                    .isEqualTo(200);

            assertThat(one.delete("/v1/me/session", "Authorization", bearer).statusCode())
                    .isEqualTo(204);

            Waiting.atMost(5, "the other instance ends the session too")
                    .until(() -> two.get("/v1/me", "Authorization", bearer).statusCode() == 401);
        }
    }

    @Test
    void aLinkAskedForJustBeforeACrashIsSentAfterIt() throws IOException {
        var idle = new HashMap<>(settings);
        idle.put("portal.jobs.poll", "PT1H");
        try (var dying = RunningPortal.ready(idle)) {
            assertThat(ask(dying, "noor@example.com", "10.9.8.1").statusCode()).isEqualTo(202);
            dying.kill();
        }
        assertThat(Caller.mailsTo("noor@example.com")).isEmpty();

        try (var next = RunningPortal.ready(settings)) {
            assertThat(logInWithMailedLink(next, "noor@example.com", "10.9.8.2"))
                    .isNotEmpty();
            assertThat(Caller.mailsTo("noor@example.com")).hasSize(1);
        }
    }

    @Test
    void logsAreJsonWithTheRequestIdAndNothingPersonal() throws IOException {
        try (var portal = RunningPortal.ready(settings)) {
            ask(portal, "lucia@example.com", "10.9.7.1");
            String access = logInWithMailedLink(portal, "lucia@example.com", "10.9.7.2");
            portal.get("/v1/me/dashboard?canary=lucia@example.com", "Authorization", "Bearer " + access);
            portal.post("/v1/portals/glow/sessions", "{\"token\":\"canarycanarycanary\"}");
            portal.post("/v1/portals/glow/sessions", "{\"canarycanarycanary");
            portal.get("/dev/inbox");
            portal.stop();

            for (String line :
                    portal.log().lines().filter(text -> !text.isBlank()).toList()) {
                assertThat(JSON.readTree(line).has("message")).as(line).isTrue();
            }
            assertThat(portal.log())
                    .doesNotContain("lucia@example.com", "Lucía", "canarycanarycanary", access, "+447700900125");
        }
    }

    @Test
    void aBlankSettingIsNamedAndNotTakenForAnAnswer() {
        var blank = new HashMap<>(settings);
        blank.put("portal.trusted-proxies", "");
        try (var portal = RunningPortal.start(RunningPortal.freePort(), blank)) {
            assertThat(portal.exitCode()).isEqualTo(78);
            assertThat(portal.log()).contains("PORTAL_TRUSTED_PROXIES").doesNotContain("\tat ");
        }
    }

    @Test
    void noSettingMakesADemoOfADeployment() {
        var tempted = new HashMap<>(settings);
        tempted.put("PORTAL_DEMO", "true");
        try (var portal = RunningPortal.ready(tempted)) {
            assertThat(portal.get("/dev/inbox").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void aLinkOverAnUnsafeAddressIsNotConfigurable() {
        var unsafe = new HashMap<>(settings);
        unsafe.put("portal.staff-url", "http://staff.example");
        try (var portal = RunningPortal.start(RunningPortal.freePort(), unsafe)) {
            assertThat(portal.exitCode()).isEqualTo(78);
            assertThat(portal.log()).contains("PORTAL_STAFF_URL");
        }
    }

    @Test
    void aRoleThatRowLevelSecurityDoesNotBindIsRefused() throws SQLException {
        try (Connection superuser = RealSurroundings.superuser();
                var statement = superuser.createStatement()) {
            statement.execute("alter role portal_app bypassrls");
            try (var portal = RunningPortal.start(RunningPortal.freePort(), settings)) {
                assertThat(portal.exitCode()).isNotZero();
                assertThat(portal.log()).contains("row-level security");
            } finally {
                statement.execute("alter role portal_app nobypassrls");
            }
        }
    }

    @Test
    void thePortalsOwnPageMayCallWithoutBeingNamedTwice() {
        var unnamed = new HashMap<>(settings);
        unnamed.remove("portal.cors.origins");
        try (var portal = RunningPortal.ready(unnamed)) {
            var own = portal.post(
                    "/v1/portals/glow/login-links",
                    "{\"email\":\"x@example.org\"}",
                    "Origin",
                    "https://portal.example");
            var foreign = portal.post(
                    "/v1/portals/glow/login-links", "{\"email\":\"x@example.org\"}", "Origin", "https://evil.example");

            assertThat(own.statusCode()).isEqualTo(202);
            assertThat(own.headers().firstValue("Access-Control-Allow-Origin")).hasValue("https://portal.example");
            assertThat(foreign.statusCode()).isEqualTo(403);
        }
    }

    @Test
    void aStopFinishesWhatIsUnderWay() {
        var portal = RunningPortal.ready(settings);

        int code = portal.stop();

        assertThat(code).isIn(0, 143);
        assertThat(portal.log()).contains("stopped in");
    }

    private static HttpResponse<String> ask(RunningPortal portal, String email, String from) {
        return portal.post(
                "/v1/portals/glow/login-links", "{\"email\":\"%s\"}".formatted(email), "X-Forwarded-For", from);
    }

    private static String logInWithMailedLink(RunningPortal portal, String email, String from) throws IOException {
        String token = Caller.tokenIn(Caller.mailTo(email));
        var opened = portal.post(
                "/v1/portals/glow/sessions",
                "{\"transport\":\"bearer\",\"token\":\"%s\"}".formatted(token),
                "X-Forwarded-For",
                from);
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(201);
        JsonNode session = JSON.readTree(opened.body());
        return session.get("accessToken").asText();
    }
}
