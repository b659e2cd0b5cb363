package clinic.portal.app.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import clinic.portal.app.world.Caller;
import clinic.portal.app.world.Clinics;
import clinic.portal.app.world.PortalTest;
import clinic.portal.app.world.RealSurroundings;
import clinic.portal.app.world.Waiting;
import com.github.tomakehurst.wiremock.client.WireMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LoginTest extends PortalTest {

    @Test
    void aLinkFromTheMailOpensASessionAndTheDashboard() {
        var caller = new Caller();
        var client = Clinics.newClient("glow");

        var tokens = caller.logIn("glow", client);

        caller.call(tokens.access())
                .get("/v1/me/dashboard")
                .then()
                .statusCode(200)
                .body("client.name", equalTo(client.name()))
                .body("clinic.slug", equalTo("glow"));
    }

    @Test
    void aLinkIsBuiltFromTheConfiguredAddressWhateverTheHostHeaderSays() {
        var client = Clinics.newClient("glow");

        new Caller()
                .call()
                .header("Host", "evil.example")
                .header("X-Forwarded-Host", "evil.example")
                .body(Map.of("email", client.email()))
                .post("/v1/portals/glow/login-links")
                .then()
                .statusCode(202);

        assertThat(Caller.mailTo(client.email()))
                .contains("https://portal.example/glow/login#t=")
                .doesNotContain("evil.example");
    }

    @Test
    void aLinkComesBySmsAndItsCodeOpensASession() {
        var client = Clinics.newClient("glow");
        RealSurroundings.twilio()
                .stubFor(WireMock.post(WireMock.urlPathMatching(".*/Messages.json"))
                        .willReturn(WireMock.jsonResponse("{\"sid\":\"SM1\",\"status\":\"queued\"}", 201)));
        var caller = new Caller();

        caller.call()
                .body(Map.of("phone", client.phone()))
                .post("/v1/portals/glow/login-links")
                .then()
                .statusCode(202);

        var sent = Waiting.until("the text")
                .until(
                        () -> RealSurroundings.twilio()
                                .findAll(WireMock.postRequestedFor(WireMock.urlPathMatching(".*/Messages.json"))
                                        .withFormParam("To", WireMock.equalTo(client.phone()))),
                        texts -> !texts.isEmpty());
        String body = sent.getFirst().formParameter("Body").firstValue();
        caller.call()
                .body(Map.of("code", Caller.codeIn(body), "phone", client.phone(), "transport", "bearer"))
                .post("/v1/portals/glow/sessions")
                .then()
                .statusCode(201)
                .body("client.name", equalTo(client.name()));
    }

    @Test
    void ofAHundredAtOnceOneSpendsTheLink() throws Exception {
        var client = Clinics.newClient("glow");
        new Caller().askByEmail("glow", client.email()).then().statusCode(202);
        String token = Caller.tokenIn(Caller.mailTo(client.email()));

        List<Integer> answers =
                together(100, () -> new Caller().spend("glow", token).statusCode());

        assertThat(answers).filteredOn(status -> status == 201).hasSize(1);
        assertThat(answers).filteredOn(status -> status == 410).hasSize(99);
    }

    @Test
    void aSpentLinkSaysSoAndWhereToGetANewOne() {
        var caller = new Caller();
        var client = Clinics.newClient("glow");
        caller.askByEmail("glow", client.email());
        String token = Caller.tokenIn(Caller.mailTo(client.email()));
        caller.spend("glow", token).then().statusCode(201);

        Response second = caller.spend("glow", token);

        second.then()
                .statusCode(410)
                .body("code", equalTo("link_used"))
                .body("requestNewLink", containsString("/v1/portals/glow/login-links"));
    }

    @Test
    void anExpiredLinkSaysSo() {
        var caller = new Caller();
        var client = Clinics.newClient("glow");
        caller.askByEmail("glow", client.email());
        String token = Caller.tokenIn(Caller.mailTo(client.email()));
        age(client, "10 minutes 1 second");

        caller.spend("glow", token).then().statusCode(410).body("code", equalTo("link_expired"));
    }

    @Test
    void aNewerLinkVoidsTheOlder() {
        var caller = new Caller();
        var client = Clinics.newClient("glow");
        caller.askByEmail("glow", client.email());
        String older = Caller.tokenIn(Caller.mailTo(client.email()));
        age(client, "61 seconds");
        caller.askByEmail("glow", client.email());
        String newer = Caller.tokenIn(Caller.mailTo(client.email(), 2));

        caller.spend("glow", older).then().statusCode(410).body("code", equalTo("link_expired"));
        caller.spend("glow", newer).then().statusCode(201);
    }

    @Test
    void aLinkOfOneClinicIsInvalidAtAnotherAndAtTheStaffDoor() {
        var caller = new Caller();
        var client = Clinics.newClient("glow");
        caller.askByEmail("glow", client.email());
        String token = Caller.tokenIn(Caller.mailTo(client.email()));

        caller.spend("harbour", token).then().statusCode(401).body("code", equalTo("link_invalid"));
        caller.call()
                .body(Map.of("clinic", "glow", "token", token))
                .post("/v1/staff/sessions")
                .then()
                .statusCode(401)
                .body("code", equalTo("link_invalid"));
        caller.spend("glow", token).then().statusCode(201);
    }

    @Test
    void aSecondLinkWithinAMinuteIsHeldBackSilently() {
        var caller = new Caller();
        var client = Clinics.newClient("glow");
        caller.askByEmail("glow", client.email()).then().statusCode(202);
        Caller.mailTo(client.email());

        caller.askByEmail("glow", client.email()).then().statusCode(202);

        Waiting.until("the second request settled")
                .until(() -> Clinics.one(
                                "select reason from login_links where identifier = ? and outcome = 'held_back'",
                                Clinics.idOf("glow"),
                                client.email())
                        != null);
        assertThat(Caller.mailsTo(client.email())).hasSize(1);
    }

    @Test
    void fiveRefreshesAtOnceKeepTheSession() throws Exception {
        var caller = new Caller();
        var tokens = caller.logIn("glow", Clinics.newClient("glow"));

        List<Response> answers = together(5, () -> refresh("glow", tokens.refresh()));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(200));
        assertThat(answers.stream()
                        .map(answer -> answer.<String>path("refreshToken"))
                        .distinct())
                .hasSize(1);
        refresh("glow", answers.getFirst().path("refreshToken")).then().statusCode(200);
    }

    @Test
    void aRefreshTokenUsedAgainLaterEndsTheSession() {
        var caller = new Caller();
        var client = Clinics.newClient("glow");
        var tokens = caller.logIn("glow", client);
        String next = refresh("glow", tokens.refresh()).path("refreshToken");
        Clinics.change(
                "glow",
                "update refresh_tokens set spent_at = spent_at - interval '11 seconds' where spent_at is not null");

        refresh("glow", tokens.refresh()).then().statusCode(401).body("code", equalTo("session_ended"));
        refresh("glow", next).then().statusCode(401).body("code", equalTo("session_ended"));
    }

    @Test
    void switchingThePortalOffEndsAccessWithinFiveSeconds() {
        var caller = new Caller();
        var client = Clinics.newClient("harbour");
        var tokens = caller.logIn("harbour", client);
        caller.call(tokens.access()).get("/v1/me").then().statusCode(200);

        long before = System.nanoTime();
        Clinics.change("harbour", "update clinics set portal_on = false");
        try {
            Waiting.until("access ends")
                    .until(() -> caller.call(tokens.access()).get("/v1/me").statusCode() == 401);
            assertThat(System.nanoTime() - before).isLessThan(5_500_000_000L);
            caller.call().get("/v1/portals/harbour").then().statusCode(404);
        } finally {
            Clinics.change("harbour", "update clinics set portal_on = true");
        }
    }

    @Test
    void anErasedClientsAccessEnds() {
        var caller = new Caller();
        var client = Clinics.newClient("glow");
        var tokens = caller.logIn("glow", client);

        Clinics.change("glow", "update clients set erased_at = now() where client_id = ?::uuid", client.id());

        Waiting.until("access ends")
                .until(() -> caller.call(tokens.access()).get("/v1/me").statusCode() == 401);
    }

    @Test
    void staffLogInByTheSameMeans() {
        var caller = new Caller();
        var member = Clinics.newMember("glow", "receptionist");

        var tokens = caller.logInAsStaff("glow", member);

        caller.call(tokens.access())
                .get("/v1/staff/me")
                .then()
                .statusCode(200)
                .body("role", equalTo("receptionist"))
                .body("clinic.slug", equalTo("glow"));
        caller.call(tokens.access()).delete("/v1/staff/session").then().statusCode(204);
        caller.call(tokens.access()).get("/v1/staff/me").then().statusCode(401);
    }

    @Test
    void noColumnHoldsARawTokenOrCode() throws Exception {
        var caller = new Caller();
        var client = Clinics.newClient("glow");
        caller.askByEmail("glow", client.email());
        String token = Caller.tokenIn(Caller.mailTo(client.email()));
        var tokens = Caller.tokens(caller.spend("glow", token));
        String secret = tokens.refresh().substring(22);

        assertThat(DatabaseSearch.columnsHolding(token)).isEmpty();
        assertThat(DatabaseSearch.columnsHolding(secret)).isEmpty();
        assertThat(DatabaseSearch.columnsHolding(tokens.access())).isEmpty();
        assertThat(DatabaseSearch.columnsHolding(client.email())).isNotEmpty();
    }

    private static Response refresh(String slug, String token) {
        return new Caller()
                .call()
                .body(Map.of("refreshToken", token))
                .post("/v1/portals/{slug}/sessions/refresh", slug);
    }

    private static void age(Clinics.Person client, String by) {
        Clinics.change(
                "glow",
                "update login_links set requested_at = requested_at - ?::interval, made_at = made_at - ?::interval, "
                        + "expires_at = expires_at - ?::interval where identifier = ?",
                by,
                by,
                by,
                client.email());
    }

    private static <T> List<T> together(int count, Callable<T> call) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads
                    .invokeAll(IntStream.range(0, count).mapToObj(i -> call).toList())
                    .stream()
                    .map(future -> future.resultNow())
                    .toList();
        }
    }
}
