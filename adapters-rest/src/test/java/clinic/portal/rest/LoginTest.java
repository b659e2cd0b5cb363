package clinic.portal.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.core.fixtures.World;
import clinic.portal.core.login.Identifier;
import clinic.portal.rest.stage.PortalTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Asking for links and spending them, as seen over HTTP. */
@QuarkusTest
class LoginTest extends PortalTest {
    private static final String GLOWS_LINKS = "/v1/portals/glow/login-links";

    @Test
    void nobodyLearnsFromTheAnswerWhoIsAClient() {
        world.recipients.optOut(world.glow.id(), new Identifier.Email(world.ben.email()));

        var known = ask(GLOWS_LINKS, Map.of("email", "ada@example.com"));
        var overLimit = ask(GLOWS_LINKS, Map.of("email", "ada@example.com"));
        var unknown = ask(GLOWS_LINKS, Map.of("email", "nobody@example.com"));
        var optedOut = ask(GLOWS_LINKS, Map.of("email", "ben@example.com"));

        assertThat(world.sender.letters()).hasSize(1);
        for (Response other : new Response[] {overLimit, unknown, optedOut}) {
            assertThat(other.statusCode()).isEqualTo(202).isEqualTo(known.statusCode());
            assertThat(other.asString()).isEqualTo(known.asString()).isEmpty();
            assertThat(headersBeside(other)).isEqualTo(headersBeside(known));
        }
    }

    @Test
    void staffAreNotToldWhichClinicsThereAre() {
        assertThat(ask("/v1/staff/login-links", Map.of("clinic", "nowhere", "email", "olga@staff.example.com"))
                        .statusCode())
                .isEqualTo(202);
        var refused = spend("/v1/staff/sessions", Map.of("clinic", "nowhere", "token", "abc"));
        isRefused(refused, 401, "link_invalid", "/v1/staff/login-links");
    }

    @Test
    void anUnknownLinkSaysWhereToAskForAnother() {
        isRefused(spendAtGlow(Map.of("token", "unknown")), 401, "link_invalid", GLOWS_LINKS);
        isRefused(
                spend("/v1/staff/sessions", Map.of("clinic", "glow", "token", "unknown")),
                401,
                "link_invalid",
                "/v1/staff/login-links");
    }

    @Test
    void aSpentLinkSaysSo() {
        var token = linkTokenFor(world.ada);
        assertThat(spendAtGlow(Map.of("token", token)).statusCode()).isEqualTo(201);

        isRefused(spendAtGlow(Map.of("token", token)), 410, "link_used", GLOWS_LINKS);
    }

    @Test
    void anOldLinkSaysSo() {
        var token = linkTokenFor(world.ada);
        world.clock.elapse(Duration.ofMinutes(10));

        isRefused(spendAtGlow(Map.of("token", token)), 410, "link_expired", GLOWS_LINKS);
    }

    @Test
    void aLinkOfOneClinicIsNoneAtAnother() {
        var token = linkTokenFor(world.ada);

        isRefused(
                spend("/v1/portals/calm/sessions", Map.of("token", token)),
                401,
                "link_invalid",
                "/v1/portals/calm/login-links");
    }

    @Test
    void theCodeOpensWithTheAddressItWentTo() {
        world.loginLinks.ask(world.glow.id(), clinic.portal.core.login.Audience.PORTAL, World.byEmail(world.ada));
        var code = world.sender.last().code();

        assertThat(spendAtGlow(Map.of("code", code, "email", "ben@example.com")).statusCode())
                .isEqualTo(401);
        assertThat(spendAtGlow(Map.of("code", code, "email", "Ada@Example.com")).statusCode())
                .isEqualTo(201);
    }

    @Test
    void aTokenInTheQueryIsNeverTaken() {
        var token = linkTokenFor(world.ada);

        var inQuery =
                given().contentType("application/json").body("{}").post("/v1/portals/glow/sessions?token=" + token);
        assertThat(inQuery.statusCode()).isEqualTo(422);
        assertThat(inQuery.asString()).doesNotContain(token);
        given().get("/v1/portals/glow/sessions?token=" + token).then().statusCode(405);
        given().get("/v1/me?access_token=" + adaLogsIn().access()).then().statusCode(401);
        // It is still good.
        assertThat(linkTokenFor(world.ben)).isNotEqualTo(token);
    }

    @Test
    void readingAnAddressSpendsNothing() {
        var token = linkTokenFor(world.ada);

        given().get("/v1/portals/glow/sessions").then().statusCode(405);
        given().head("/v1/portals/glow/sessions").then().statusCode(405);

        assertThat(spendAtGlow(Map.of("token", token)).statusCode()).isEqualTo(201);
    }

    @Test
    void theThirtyFirstCallFromOneAddressIsAskedToWait() {
        for (int i = 0; i < 30; i++) {
            var let = ask(GLOWS_LINKS, Map.of("email", "nobody@example.com"));
            assertThat(let.statusCode()).isEqualTo(202);
            assertThat(let.header("RateLimit-Policy")).isEqualTo("\"address\";q=30;w=300");
            assertThat(let.header("RateLimit")).startsWith("\"address\";r=" + (29 - i));
        }

        var refused = ask(GLOWS_LINKS, Map.of("email", "nobody@example.com"));

        assertThat(refused.statusCode()).isEqualTo(429);
        int wait = refused.jsonPath().getInt("retryAfter");
        assertThat(wait).isBetween(1, 300);
        assertThat(refused.header("Retry-After")).isEqualTo("" + wait);
        assertThat(refused.header("RateLimit")).isEqualTo("\"address\";r=0;t=" + wait);
        assertThat(refused.header("RateLimit-Policy")).isEqualTo("\"address\";q=30;w=300");
        assertThat(refused.jsonPath().getString("code")).isEqualTo("too_many_requests");
        given().get("/v1/portals/glow").then().statusCode(200).header("RateLimit", (String) null);
    }

    @Test
    void theLimitRefillsAndIsEverybodysOwn() {
        for (int i = 0; i < 31; i++) {
            ask(GLOWS_LINKS, Map.of("email", "nobody@example.com"));
        }

        assertThat(given().header("X-Forwarded-For", "203.0.113.7")
                        .contentType("application/json")
                        .body(Map.of("email", "nobody@example.com"))
                        .post(GLOWS_LINKS)
                        .statusCode())
                .isEqualTo(202);
        world.clock.elapse(Duration.ofMinutes(5));
        assertThat(ask(GLOWS_LINKS, Map.of("email", "nobody@example.com")).statusCode())
                .isEqualTo(202);
    }

    @Test
    void aForgedAddressInFrontOfTheProxysOwnBuysNoFreshLimit() {
        for (int i = 0; i < 30; i++) {
            assertThat(askFrom("198.51.100.%d, 203.0.113.7".formatted(i)).statusCode())
                    .isEqualTo(202);
        }

        assertThat(askFrom("198.51.100.99, 203.0.113.7").statusCode()).isEqualTo(429);
        assertThat(askFrom("203.0.113.7, 198.51.100.99").statusCode()).isEqualTo(202);
    }

    @Test
    void whoNeedNotWaitIsToldNoTimeToWait() {
        assertThat(ask(GLOWS_LINKS, Map.of("email", "nobody@example.com")).header("RateLimit"))
                .isEqualTo("\"address\";r=29");
    }

    private static Map<String, String> headersBeside(Response answer) {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        answer.headers().forEach(header -> headers.put(header.getName(), header.getValue()));
        // Counts down for everybody, and names the call.
        headers.remove("RateLimit");
        headers.remove("X-Request-Id");
        return headers;
    }

    private static Response ask(String path, Map<String, String> body) {
        return given().contentType("application/json").body(body).post(path);
    }

    private static Response askFrom(String forwarded) {
        return given().header("X-Forwarded-For", forwarded)
                .contentType("application/json")
                .body(Map.of("email", "nobody@example.com"))
                .post(GLOWS_LINKS);
    }

    private static Response spendAtGlow(Map<String, String> body) {
        return spend("/v1/portals/glow/sessions", body);
    }

    private static Response spend(String path, Map<String, String> body) {
        return given().contentType("application/json").body(body).post(path);
    }

    private static void isRefused(Response answer, int status, String code, String requestNewLink) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.jsonPath().getString("code")).isEqualTo(code);
        assertThat(answer.jsonPath().getString("requestNewLink")).isEqualTo(requestNewLink);
    }
}
