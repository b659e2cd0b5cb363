package clinic.portal.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.core.client.Profile;
import clinic.portal.core.shared.Busy;
import clinic.portal.core.shared.EmailAddress;
import clinic.portal.core.shared.PhoneNumber;
import clinic.portal.rest.stage.ContractFile;
import clinic.portal.rest.stage.ContractFile.Op;
import clinic.portal.rest.stage.PortalTest;
import clinic.portal.rest.stage.Stage;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nothing of a client stands in a log, and nothing of ours in an answer (SECURITY P50). */
@QuarkusTest
class SilenceTest extends PortalTest {
    private static final String EMAIL = "canary.bird@example.com";
    private static final String PHONE = "+447700900777";
    private static final String NAME = "Canary Bird";

    private final Listener listener = new Listener();

    @BeforeEach
    void listen() {
        Logger.getLogger("").addHandler(listener);
        var ada = world.ada;
        world.profiles.put(
                world.glow.id(), new Profile(ada.id(), NAME, new EmailAddress(EMAIL), new PhoneNumber(PHONE)));
    }

    @AfterEach
    void stopListening() {
        Logger.getLogger("").removeHandler(listener);
    }

    @Test
    void noLogHoldsWhatCallersSend() {
        var token = linkTokenForCanary();
        var pair = Map.of("token", token, "transport", "bearer");
        var session = post("/v1/portals/glow/sessions", pair).jsonPath();
        String access = session.getString("accessToken");
        String refresh = session.getString("refreshToken");
        var canaries = List.of(
                EMAIL, PHONE, NAME, token, access, refresh, "canaryquery", "canarynotes", "canarykey", "canaryfeed");

        post("/v1/portals/glow/sessions", pair);
        post("/v1/portals/glow/login-links", Map.of("email", EMAIL));
        post("/v1/portals/glow/login-links", Map.of("phone", PHONE, "email", EMAIL));
        post("/v1/portals/glow/login-links", Map.of("nickname", NAME));
        booking(access);
        everywhere(access);
        Stage.breakWith(() -> new IllegalStateException("near " + EMAIL + PHONE + NAME + token, cause(refresh)));
        booking(access);
        everywhere(access);
        post("/v1/portals/glow/sessions", pair);

        assertThat(listener.lines).as("the accidents").isNotEmpty();
        assertThat(canaries)
                .allSatisfy(canary -> assertThat(listener.lines)
                        .noneSatisfy(line -> assertThat(line).contains(canary)));
    }

    @Test
    void anAccidentTellsTheCallerNothingButItsName() {
        Stage.breakWith(() -> new IllegalStateException("select * from secrets"));

        var answer = given().get("/v1/portals/glow");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.jsonPath().getString("code")).isEqualTo("internal_error");
        assertThat(answer.jsonPath().getString("requestId")).isEqualTo(answer.header("X-Request-Id"));
        assertThat(answer.asString()).doesNotContain("select", "Exception", "clinic.portal");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void anAccidentIsLoggedByMethodAndOperationAndNeverByItsPath() {
        Stage.breakWith(IllegalStateException::new);

        given().get("/v1/portals/glow?email=canaryquery");

        assertThat(listener.lines)
                .singleElement()
                .satisfies(line -> assertThat(line).contains("GET", "getPortal").doesNotContain("/v1", "canaryquery"));
    }

    @Test
    void tooMuchAtOnceIsNoAccident() {
        Stage.breakWith(Busy::new);

        var answer = given().get("/v1/portals/glow");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(answer.jsonPath().getInt("retryAfter")).isEqualTo(1);
        assertThat(listener.lines).isEmpty();
    }

    private String linkTokenForCanary() {
        return linkTokenFor(world.profiles.find(world.glow.id(), world.ada.id()).orElseThrow());
    }

    private void booking(String access) {
        var contact = Map.of("name", NAME, "email", EMAIL, "phone", PHONE);
        var wish = Map.of(
                "treatmentId",
                world.facial.id().value(),
                "startsAt",
                "2026-06-17T10:00:00+01:00",
                "notes",
                "canarynotes",
                "contact",
                contact);
        for (int i = 0; i < 3; i++) {
            given().header("Idempotency-Key", "canarykey")
                    .contentType("application/json")
                    .body(wish)
                    .post("/v1/portals/glow/appointments");
        }
        bearer(access).noContentType().post("/v1/me/prefill-tokens");
        given().get("/v1/calendar-feeds/canaryfeed" + "A".repeat(55) + ".ics");
    }

    private static void everywhere(String access) {
        for (Op op : ContractFile.operations()) {
            // Logging out would leave nobody to go on as.
            if (!op.method().equals("DELETE")) {
                call(op, given().header("Authorization", "Bearer " + access));
                call(op, given().header("Authorization", "Bearer " + access + "x"));
                call(op, given().cookie("__Host-portal_access", access).header("X-Portal-Request", "1"));
            }
        }
    }

    private static void call(Op op, RequestSpecification with) {
        op.body().ifPresent(body -> with.contentType("application/json").body(body));
        with.request(op.method(), op.target("email=canaryquery&cursor=canaryquery*"));
    }

    private static Response post(String path, Map<String, String> body) {
        return given().contentType("application/json").body(body).post(path);
    }

    private static Throwable cause(String secret) {
        var cause = new IllegalArgumentException("caused by " + secret);
        cause.addSuppressed(new IllegalStateException("beside " + secret));
        return cause;
    }

    private static final class Listener extends Handler {
        final List<String> lines = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord line) {
            var text = new StringWriter();
            text.append(line.getMessage()).append(' ').append(java.util.Arrays.toString(line.getParameters()));
            if (line.getThrown() != null) {
                line.getThrown().printStackTrace(new PrintWriter(text));
            }
            lines.add(text.toString());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
