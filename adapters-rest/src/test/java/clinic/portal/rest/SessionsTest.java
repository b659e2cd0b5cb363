package clinic.portal.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.core.fixtures.Fixtures;
import clinic.portal.rest.stage.PortalTest;
import clinic.portal.rest.stage.Stage;
import clinic.portal.rest.stage.Wire;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Sessions from log-in to log-out, by header and by cookie. */
@QuarkusTest
class SessionsTest extends PortalTest {
    private static final String ACCESS = "__Host-portal_access";
    private static final String REFRESH = "__Host-portal_refresh";

    @Test
    void aBearerGetsBothTokensInTheBodyAndNoCookie() {
        var answer = open(Map.of("token", linkTokenFor(world.ada), "transport", "bearer"));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.jsonPath().getString("client.name")).isEqualTo("Ada Client");
        assertThat(answer.jsonPath().getString("accessToken")).isNotEmpty();
        assertThat(answer.jsonPath().getString("refreshToken")).hasSize(65);
        assertThat(answer.headers().getValues("Set-Cookie")).isEmpty();
    }

    @Test
    void aBrowserGetsBothTokensInCookiesThatNoScriptReads() {
        var answer = open(Map.of("token", linkTokenFor(world.ada)));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.jsonPath().getMap("")).doesNotContainKeys("accessToken", "refreshToken");
        assertThat(answer.headers().getValues("Set-Cookie"))
                .hasSize(2)
                .allSatisfy(cookie -> assertThat(cookie)
                        .contains("Secure", "HttpOnly", "SameSite=Strict", "Path=/")
                        .doesNotContain("Domain"));
        assertThat(answer.cookie(ACCESS)).isNotEmpty();
        assertThat(answer.cookie(REFRESH)).isNotEmpty();
    }

    @Test
    void aCookieOpensWhatABearerTokenOpens() {
        var cookies = open(Map.of("token", linkTokenFor(world.ada)));

        given().cookie(ACCESS, cookies.cookie(ACCESS)).get("/v1/me").then().statusCode(200);
    }

    @Test
    void aSpentRefreshTokenEndsTheSessionForGood() {
        var first = adaLogsIn();
        var second = refresh(first.refresh());
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.jsonPath().getString("refreshToken")).isNotEqualTo(first.refresh());
        world.clock.elapse(Duration.ofSeconds(11));

        isOver(refresh(first.refresh()));

        isOver(refresh(second.jsonPath().getString("refreshToken")));
        isOver(me(second.jsonPath().getString("accessToken")));
    }

    @Test
    void aLostAnswerMayBeAskedForAgain() {
        var first = adaLogsIn();
        var second = refresh(first.refresh());

        var again = refresh(first.refresh());

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.jsonPath().getString("refreshToken"))
                .isEqualTo(second.jsonPath().getString("refreshToken"));
    }

    @Test
    void aBrowserRenewsByCookieAndGetsCookies() {
        var cookies = open(Map.of("token", linkTokenFor(world.ada)));

        var renewed = given().noContentType()
                .cookie(REFRESH, cookies.cookie(REFRESH))
                .header("X-Portal-Request", "1")
                .post("/v1/portals/glow/sessions/refresh");

        assertThat(renewed.statusCode()).isEqualTo(200);
        assertThat(renewed.jsonPath().getMap("")).doesNotContainKeys("accessToken", "refreshToken");
        assertThat(renewed.cookie(REFRESH)).isNotEmpty().isNotEqualTo(cookies.cookie(REFRESH));
    }

    @Test
    void aRefreshTokenOfOneClinicIsNoneAtAnother() {
        var ada = adaLogsIn();

        isOver(given().contentType("application/json")
                .body(Map.of("refreshToken", ada.refresh()))
                .post("/v1/portals/calm/sessions/refresh"));
        isOver(given().contentType("application/json")
                .body(Map.of("refreshToken", ada.refresh()))
                .post("/v1/staff/sessions/refresh"));
        assertThat(refresh(ada.refresh()).statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsNoRefreshTokenRenewsNothing() {
        for (String sent : new String[] {"x", "A".repeat(22), "A".repeat(65), "_".repeat(128)}) {
            isOver(refresh(sent));
        }
        var without = given().noContentType().post("/v1/portals/glow/sessions/refresh");
        assertThat(without.statusCode()).isEqualTo(401);
        assertThat(without.jsonPath().getString("code")).isEqualTo("session_required");
        assertThat(without.jsonPath().getString("requestNewLink")).isEqualTo("/v1/portals/glow/login-links");
    }

    @Test
    void loggingOutEndsTheSessionAtOnceAndTellsTheBrowserToForget() {
        var cookies = open(Map.of("token", linkTokenFor(world.ada)));
        String access = cookies.cookie(ACCESS);
        assertThat(me(access).statusCode()).isEqualTo(200);

        var left =
                given().cookie(ACCESS, access).header("X-Portal-Request", "1").delete("/v1/me/session");

        assertThat(left.statusCode()).isEqualTo(204);
        assertThat(left.header("Clear-Site-Data")).isEqualTo("\"cache\", \"cookies\", \"storage\"");
        assertThat(left.headers().getValues("Set-Cookie"))
                .hasSize(2)
                .allSatisfy(cookie -> assertThat(cookie)
                        .matches("__Host-portal_(access|refresh)=(\"\")?;.*")
                        .contains("Max-Age=0"));
        isOver(me(access));
        isOver(refresh(cookies.cookie(REFRESH)));
    }

    @Test
    void staffLogInRenewAndLogOutTheSameWay() {
        var olga = olgaLogsIn();
        given().header("Authorization", "Bearer " + olga.access())
                .get("/v1/staff/me")
                .then()
                .statusCode(200);

        var renewed = given().contentType("application/json")
                .body(Map.of("refreshToken", olga.refresh()))
                .post("/v1/staff/sessions/refresh");
        assertThat(renewed.jsonPath().getString("staff.role")).isEqualTo("owner");

        String access = renewed.jsonPath().getString("accessToken");
        given().header("Authorization", "Bearer " + access)
                .delete("/v1/staff/session")
                .then()
                .statusCode(204);
        isOver(given().header("Authorization", "Bearer " + access).get("/v1/staff/me"));
    }

    @Test
    void whatEndsASessionElsewhereIsFeltWithinFiveSeconds() {
        var access = adaLogsIn().access();
        assertThat(me(access).statusCode()).isEqualTo(200);
        world.profiles.erase(world.glow.id(), world.ada.id());

        Stage.elapse(Duration.ofSeconds(5));

        isOver(me(access));
    }

    @Test
    void settingTheClockBackKeepsNoEndedSessionOpen() {
        var access = adaLogsIn().access();
        assertThat(me(access).statusCode()).isEqualTo(200);
        world.profiles.erase(world.glow.id(), world.ada.id());

        Stage.elapse(Duration.ofSeconds(5));
        world.clock.elapse(Duration.ofSeconds(-5));

        isOver(me(access));
    }

    @Test
    void switchingThePortalOffCutsItsClientsOff() {
        var access = adaLogsIn().access();
        assertThat(me(access).statusCode()).isEqualTo(200);
        world.clinics.put(Fixtures.switchedOff(world.glow));

        Stage.elapse(Duration.ofSeconds(5));

        isOver(me(access));
        given().get("/v1/portals/glow").then().statusCode(404);
    }

    @Test
    void aPageOfCallsLooksAtTheSessionOnce() {
        var access = adaLogsIn().access();
        assertThat(me(access).statusCode()).isEqualTo(200);
        world.profiles.erase(world.glow.id(), world.ada.id());

        // The session is trusted for a moment; the data is not: there is no such client any more.
        // Past the check against the contract, which does not count on these few seconds.
        var answer = Wire.call("GET /v1/me HTTP/1.1\nAuthorization: Bearer " + access);
        assertThat(answer.status()).isEqualTo(404);
    }

    @Test
    void aCookieWithoutThePagesOwnHeaderChangesNothing() {
        var cookies = open(Map.of("token", linkTokenFor(world.ada)));
        String access = cookies.cookie(ACCESS);

        refused("csrf_header_missing", given().cookie(ACCESS, access).delete("/v1/me/session"));
        refused(
                "csrf_header_missing",
                given().noContentType()
                        .cookie(REFRESH, cookies.cookie(REFRESH))
                        .post("/v1/portals/glow/sessions/refresh"));
        assertThat(me(access).statusCode()).isEqualTo(200);
    }

    @Test
    void pagesOfOtherSitesMayNotCall() {
        for (String origin : new String[] {
            "https://evil.example",
            "null",
            "https://portal.example.evil.example",
            "http://portal.example",
            "https://PORTAL.example",
            "https://portal.example:8443"
        }) {
            refused("origin_not_allowed", from(origin).get("/v1/portals/glow"));
            refused(
                    "origin_not_allowed",
                    from(origin).header("X-Portal-Request", "1").delete("/v1/me/session"));
            refused(
                    "origin_not_allowed",
                    from(origin).header("Access-Control-Request-Method", "GET").options("/v1/portals/glow"));
        }
    }

    @Test
    void ourOwnPagesMay() {
        var cookies = open(Map.of("token", linkTokenFor(world.ada)));

        from("https://portal.example")
                .cookie(ACCESS, cookies.cookie(ACCESS))
                .header("X-Portal-Request", "1")
                .delete("/v1/me/session")
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Origin", "https://portal.example")
                .header("Access-Control-Allow-Credentials", "true");
    }

    @Test
    void thePagesWhereClientsAndStaffLiveMayWithoutBeingListed() {
        for (String origin : new String[] {"https://clinic.example", "https://team.example:8443"}) {
            from(origin).get("/v1/portals/glow").then().statusCode(200).header("Access-Control-Allow-Origin", origin);
        }
        for (String origin :
                new String[] {"http://clinic.example", "https://team.example", "https://clinic.example/portal"}) {
            refused("origin_not_allowed", from(origin).get("/v1/portals/glow"));
        }
    }

    @Test
    void aPreflightNamesTheOneOriginThatAsked() {
        var answer = from("https://staff.example")
                .header("Access-Control-Request-Method", "DELETE")
                .header("Access-Control-Request-Headers", "x-portal-request")
                .options("/v1/staff/session");

        assertThat(answer.statusCode()).isIn(200, 204);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("https://staff.example");
        assertThat(answer.header("Access-Control-Allow-Methods")).contains("DELETE");
        assertThat(answer.header("Access-Control-Allow-Headers")).containsIgnoringCase("x-portal-request");
    }

    @Test
    void aBearerOwesNoHeader() {
        given().header("Authorization", "Bearer " + adaLogsIn().access())
                .delete("/v1/me/session")
                .then()
                .statusCode(204);
    }

    private static RequestSpecification from(String origin) {
        return given().header("Origin", origin);
    }

    private static Response open(Map<String, String> body) {
        return given().contentType("application/json").body(body).post("/v1/portals/glow/sessions");
    }

    private static Response refresh(String token) {
        return given().contentType("application/json")
                .body(Map.of("refreshToken", token))
                .post("/v1/portals/glow/sessions/refresh");
    }

    private static Response me(String access) {
        return given().header("Authorization", "Bearer " + access).get("/v1/me");
    }

    private static void isOver(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(401);
        assertThat(answer.jsonPath().getString("code")).isEqualTo("session_ended");
    }

    private static void refused(String code, Response answer) {
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.jsonPath().getString("code")).isEqualTo(code);
    }
}
