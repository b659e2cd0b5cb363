package clinic.portal.rest.clinic;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import clinic.portal.core.fixtures.Fixtures;
import clinic.portal.rest.stage.PortalTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PortalSettingsTest extends PortalTest {
    private static final String SETTINGS = "/v1/admin/portal-settings";

    @Test
    void theSettingsAreReadWithTheirVersion() {
        bearer(ritaLogsIn().access())
                .get(SETTINGS)
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("slug", equalTo("glow"))
                .body("portalEnabled", equalTo(true))
                .body("brandColour", equalTo("#b4637a"))
                .body("onBrandColour", equalTo("#000000"))
                .body("smsRegions", equalTo(List.of("GB")))
                .body("bookingPolicy.gridMinutes", equalTo(15))
                .body("channels.sms", equalTo(true))
                .body("secondFactorRequired", equalTo(false));
    }

    @Test
    void whatIsReadCanBeSentBackChanged() {
        String olga = olgaLogsIn().access();

        put(olga, "\"0\"", with(Map.of("brandColour", "#FFFFFF", "timeZone", "Asia/Tokyo")))
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("brandColour", equalTo("#ffffff"))
                .body("onBrandColour", equalTo("#000000"))
                .body("version", equalTo(1));

        given().get("/v1/portals/glow").then().body("timeZone", equalTo("Asia/Tokyo"));
    }

    @Test
    void nobodyOverwritesWhatTheyHaveNotSeen() {
        String olga = olgaLogsIn().access();
        put(olga, "\"0\"", with(Map.of())).statusCode(200);

        put(olga, "\"0\"", with(Map.of())).statusCode(412).body("code", equalTo("outdated"));
        put(olga, "*", with(Map.of())).statusCode(412);
        bearer(olga)
                .contentType("application/json")
                .body(with(Map.of()))
                .put(SETTINGS)
                .then()
                .statusCode(428);
    }

    @Test
    void receptionistsReadAndDoNotChange() {
        put(ritaLogsIn().access(), "\"0\"", with(Map.of())).statusCode(403).body("code", equalTo("role_not_allowed"));
    }

    @Test
    void allThatIsWrongIsNamedAtOnce() {
        var contact = Map.of("phone", "", "email", "nobody", "address", "");
        put(
                        olgaLogsIn().access(),
                        "\"0\"",
                        with(Map.of(
                                "slug", "Not a slug",
                                "timeZone", "Moon/Base",
                                "locale", "??",
                                "currency", "GBX",
                                "country", "UK",
                                "smsRegions", List.of("GB", "XX"),
                                "logoUrl", "http://glow.example/l.png",
                                "contact", contact,
                                "brandColour", "mauve")))
                .statusCode(422)
                .body("errors.size()", equalTo(9))
                .body(
                        "errors.pointer",
                        hasItems(
                                "/slug",
                                "/timeZone",
                                "/locale",
                                "/currency",
                                "/country",
                                "/smsRegions/1",
                                "/logoUrl",
                                "/contact/email",
                                "/brandColour"));
    }

    @Test
    void nothingIsTakenThatTheContractDoesNotName() {
        String olga = olgaLogsIn().access();

        put(olga, "\"0\"", with(Map.of("onBrandColour", "#ffffff"))).statusCode(422);
        put(olga, "\"0\"", with(Map.of("name", "a\u0000b"))).statusCode(422);
        put(olga, "\"0\"", with(Map.of("name", "a".repeat(121)))).statusCode(422);
        put(olga, "\"0\"", with(Map.of("timeZone", "\u0000"))).statusCode(422);
        put(olga, "\"0\"", with(Map.of("logoUrl", "https://glow.example/\u0000")))
                .statusCode(422);
    }

    @Test
    void aSlugThatCannotBeHadIsRefusedAlikeWhateverTheReason() {
        String olga = olgaLogsIn().access();

        var taken =
                put(olga, "\"0\"", with(Map.of("slug", "calm"))).statusCode(409).extract();
        var reserved = put(olga, "\"0\"", with(Map.of("slug", "admin")))
                .statusCode(409)
                .extract();

        assertThat(taken.<String>path("code")).isEqualTo("slug_unavailable");
        assertThat(withoutRequest(taken.response())).isEqualTo(withoutRequest(reserved.response()));
    }

    @Test
    void theCurrencyStaysWhereThereArePrices() {
        world.portalOffice.portals.price(world.glow.id());

        put(olgaLogsIn().access(), "\"0\"", with(Map.of("currency", "EUR")))
                .statusCode(409)
                .body("code", equalTo("currency_in_use"));
    }

    @Test
    void theOldSlugLeadsToTheNewOneWithPathAndQuery() {
        moveToSoho();

        at("/v1/portals/glow").then().statusCode(308).header("Location", "/v1/portals/glow-soho");
        at("/v1/portals/glow/treatments?limit=5&cursor=a%2Bb")
                .then()
                .statusCode(308)
                .header("Location", "/v1/portals/glow-soho/treatments?limit=5&cursor=a%2Bb");
        given().redirects()
                .follow(false)
                .contentType("application/json")
                .body(Map.of("email", "ada@example.com"))
                .post("/v1/portals/glow/login-links")
                .then()
                .statusCode(308)
                .header("Location", "/v1/portals/glow-soho/login-links");
        at("/v1/portals/glow-soho").then().statusCode(200);
    }

    @Test
    void theOldSlugLeadsNowhereWhileThePortalIsOffAndAfterNinetyDays() {
        moveToSoho();
        var on = world.clinics.find(world.glow.id()).orElseThrow();

        world.clinics.put(Fixtures.switchedOff(on));
        at("/v1/portals/glow").then().statusCode(404);
        assertThat(withoutRequest(at("/v1/portals/glow"))).isEqualTo(withoutRequest(at("/v1/portals/nobody")));

        world.clinics.put(on);
        at("/v1/portals/glow").then().statusCode(308);
        world.clock.elapse(Duration.ofDays(90));
        at("/v1/portals/glow").then().statusCode(404);
    }

    @Test
    void staffLogInByTheOldSlugToo() {
        moveToSoho();
        String token = linkTokenFor(world.rita);

        given().contentType("application/json")
                .body(Map.of("clinic", "glow", "token", token, "transport", "bearer"))
                .post("/v1/staff/sessions")
                .then()
                .statusCode(201);
    }

    @Test
    void aMovedPortalIsAnsweredByPathWhateverHostTheCallerNames() {
        moveToSoho();

        given().redirects()
                .follow(false)
                .header("X-Forwarded-Host", "evil.example")
                .get("/v1/portals/glow/practitioners")
                .then()
                .header("Location", startsWith("/v1/portals/glow-soho/"))
                .header("Location", not(startsWith("//")));
    }

    private void moveToSoho() {
        put(olgaLogsIn().access(), "\"0\"", with(Map.of("slug", "glow-soho"))).statusCode(200);
    }

    private static Response at(String path) {
        return given().urlEncodingEnabled(false).redirects().follow(false).get(path);
    }

    private static String withoutRequest(Response answer) {
        return answer.asString().replaceAll("\"requestId\":\"[^\"]*\"", "").replaceAll("\"instance\":\"[^\"]*\"", "");
    }

    private static ValidatableResponse put(String access, String ifMatch, Map<String, ?> body) {
        return bearer(access)
                .contentType("application/json")
                .header("If-Match", ifMatch)
                .body(body)
                .put(SETTINGS)
                .then();
    }

    private static Map<String, Object> with(Map<String, ?> changes) {
        var body = new HashMap<String, Object>(Map.of(
                "portalEnabled", true,
                "bookingEnabled", true,
                "slug", "glow",
                "name", "Glow",
                "brandColour", "#7a3e9d",
                "timeZone", "Europe/London",
                "locale", "en-GB",
                "currency", "GBP",
                "country", "GB",
                "smsRegions", List.of("GB")));
        body.put("contact", Map.of("phone", "020 7946 0000", "email", "hello@glow.example", "address", "1 High St"));
        body.put(
                "bookingPolicy",
                Map.of("minNoticeMinutes", 120, "horizonDays", 180, "gridMinutes", 15, "cancelNoticeMinutes", 1440));
        body.put("channels", Map.of("email", true, "sms", true));
        body.put("secondFactorRequired", false);
        body.putAll(changes);
        return body;
    }
}
