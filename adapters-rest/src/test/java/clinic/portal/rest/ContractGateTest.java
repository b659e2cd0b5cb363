package clinic.portal.rest;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.core.fixtures.Fixtures;
import clinic.portal.rest.stage.ContractFile;
import clinic.portal.rest.stage.ContractFile.Op;
import clinic.portal.rest.stage.PortalTest;
import clinic.portal.rest.stage.Wire;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever is sent gets an answer that names what is wrong with it, and never an accident. */
@QuarkusTest
class ContractGateTest extends PortalTest {
    private static final String SESSIONS = "/v1/portals/glow/sessions";
    private static final String LINKS = "/v1/portals/glow/login-links";
    private static final long SEED = 20_260_616L;

    @Test
    void whatIsNotJsonIsMalformed() {
        for (String body : List.of(
                "",
                "   ",
                "{",
                "{\"token\":}",
                "{token:1}",
                "{'token':'a'}",
                "{\"token\":\"a\"} {}",
                "{\"token\":\"a\"}x",
                "{\"token\":\"a\",\"token\":\"b\"}",
                "{\"token\":\"\u0001\"}",
                "[".repeat(21) + "]".repeat(21),
                "{\"token\":" + "9".repeat(41) + "}",
                "NaN",
                "\uFEFF{}x")) {
            var answer = post(SESSIONS, body.getBytes(UTF_8));
            assertThat(answer.statusCode()).as(body).isEqualTo(400);
            assertThat(answer.jsonPath().getString("code")).isEqualTo("malformed_request");
        }
    }

    @Test
    void whatIsNotUtf8IsMalformed() {
        var overlong = "{\"token\":\"\u00c0\u0080\"}".getBytes(ISO_8859_1);
        var halfAPair = "{\"token\":\"\u00ed\u00a0\u0080\"}".getBytes(ISO_8859_1);
        var latin = "{\"token\":\"\u00e9\"}".getBytes(ISO_8859_1);

        assertThat(List.of(overlong, halfAPair, latin))
                .allSatisfy(
                        body -> assertThat(post(SESSIONS, body).statusCode()).isEqualTo(400));
    }

    @Test
    void allThatIsWrongIsNamedAtOnce() {
        var answer = post(
                SESSIONS, "{\"code\":12,\"email\":\"no address\",\"transport\":\"pigeon\",\"nick/na~me\":\"Canary\"}");

        assertThat(errors(answer))
                .containsExactlyInAnyOrder(
                        "/code wrong_type Must be text.",
                        "/email invalid_format Must be an e-mail address.",
                        "/transport not_allowed Must be one of: cookie, bearer.",
                        "/nick~1na~0me unknown_property There is no such property.");
    }

    @Test
    void whatDoesNotGoTogetherIsSaidInWords() {
        assertThat(errors(post(LINKS, "{}"))).containsExactly(" too_few_properties Give an email or a phone.");
        assertThat(errors(post(LINKS, "{\"email\":\"ada@example.com\",\"phone\":\"07700900123\"}")))
                .containsExactly(" too_many_properties Give either an email or a phone, not both.");
        assertThat(errors(post(SESSIONS, "{}"))).contains("/code required Give a token, or a code.");
        assertThat(errors(post(SESSIONS, "{\"code\":\"123456\"}")))
                .containsExactly("/email required Give the email or the phone that the code was sent to.");
        assertThat(errors(post(SESSIONS, "{\"token\":\"a\",\"email\":\"ada@example.com\"}")))
                .containsExactly(
                        "/email property_not_allowed_here A token stands alone, without a code or an address.");
        assertThat(errors(post(
                        SESSIONS, "{\"code\":\"123456\",\"email\":\"ada@example.com\",\"phone\":\"07700900123\"}")))
                .containsExactly("/email property_not_allowed_here "
                        + "Give the email or the phone that the code was sent to, not both.");
        assertThat(errors(post("/v1/staff/login-links", "{\"clinic\":\"glow\"}")))
                .containsExactly("/email required Give an email, or the clinic and a phone.");
        assertThat(errors(post("/v1/staff/sessions", "{\"clinic\":\"glow\",\"token\":\"a\",\"code\":\"123456\"}")))
                .containsExactly("/code property_not_allowed_here A token stands alone, without a code or an address.");
    }

    @Test
    void aBodyMustBeAnObject() {
        for (String body : List.of("null", "[]", "1", "\"text\"", "true", "1e999999")) {
            assertThat(errors(post(SESSIONS, body))).as(body).contains(" wrong_type Must be a JSON object.");
        }
        assertThat(errors(post(SESSIONS, "{\"token\":null}"))).contains("/token wrong_type Must be text.");
    }

    @Test
    void aNumberBeyondAllDoublesIsWrongAndNoAccident() {
        for (String number : List.of("1e400", "-1e400", "1e999999999")) {
            assertThat(errors(post(SESSIONS, "{\"transport\":" + number + "}")))
                    .as(number)
                    .contains("/transport wrong_type Must be text.");
        }
    }

    @Test
    void aLineBreakAtTheEndIsNotOverlooked() {
        assertThat(errors(post(SESSIONS, "{\"token\":\"abc\\n\"}")))
                .containsExactly("/token invalid_format "
                        + "Does not have the form that is asked for, or holds characters that are not allowed.");
    }

    @Test
    void charactersThatCannotBeStoredAreRefused() {
        for (String escaped : List.of("\\u0000", "\\ud800", "\\udc00\\ud800")) {
            assertThat(errors(post(LINKS, "{\"email\":\"a" + escaped + "@example.com\"}")))
                    .as(escaped)
                    .contains("/email character_not_allowed Holds a character that no text may have.");
        }
    }

    @Test
    void absurdLengthsAreRefused() {
        assertThat(errors(post(SESSIONS, "{\"token\":\"" + "a".repeat(60_000) + "\"}")))
                .containsExactly("/token too_long Must have at most 128 characters.");
        var manyMistakes = new StringBuilder("{");
        for (int i = 0; i < 5_000; i++) {
            manyMistakes.append("\"x").append(i).append("\":1,");
        }
        var answer = post(SESSIONS, manyMistakes.append("\"token\":\"a\"}").toString());
        assertThat(errors(answer)).hasSize(100);
    }

    @Test
    void listsAreAskedForWithinTheirBounds() {
        var ada = adaLogsIn();
        for (String query : List.of(
                "limit=0",
                "limit=101",
                "limit=-1",
                "limit=abc",
                "limit=1e3",
                "limit=",
                "limit=1.5",
                "limit=0x10",
                "limit=99999999999999999999999",
                "limit=%2B5",
                "limit=5&limit=5",
                "cursor=",
                "cursor=%00",
                "cursor=!!",
                "cursor=abc",
                "cursor=" + "A".repeat(201),
                "cursor=a&cursor=b",
                "when=yesterday",
                "when=PAST",
                "when=",
                "when=past&when=upcoming")) {
            var answer = given().urlEncodingEnabled(false)
                    .header("Authorization", "Bearer " + ada.access())
                    .get("/v1/me/appointments?" + query);
            assertThat(answer.statusCode()).as(query).isEqualTo(422);
            assertThat(answer.jsonPath().getString("errors[0].pointer"))
                    .as(query)
                    .isEqualTo("?" + query.substring(0, query.indexOf('=')));
        }
    }

    @Test
    void severalParametersAreWrongAtOnce() {
        var answer = given().header("Authorization", "Bearer " + adaLogsIn().access())
                .get("/v1/me/appointments?limit=0&when=never&cursor=*");

        assertThat(answer.jsonPath().getList("errors.pointer")).containsExactlyInAnyOrder("?limit", "?when", "?cursor");
    }

    @Test
    void whatCannotBeAnIdIsNobodysId() {
        var ada = adaLogsIn();
        for (String id : List.of("1", "x", "%00", "0197c5f1-02d4-7b6e-a1f3-94c20d8e5b1", "..%2f..", "null")) {
            var answer = given().urlEncodingEnabled(false)
                    .header("Authorization", "Bearer " + ada.access())
                    .get("/v1/me/appointments/" + id);
            assertThat(answer.statusCode()).as(id).isEqualTo(404);
        }
        for (String slug : List.of("GLOW", "g", "-glow", "gl_ow", "a".repeat(41))) {
            assertThat(given().get("/v1/portals/" + slug).statusCode()).as(slug).isEqualTo(404);
        }
    }

    /** Some thousand calls that are wrong in one way or another; the seed makes them the same in every run. */
    @Test
    void nothingThatCanBeSentCausesAnAccident() {
        var random = new Random(SEED);
        var pair = adaLogsIn();
        var olga = olgaLogsIn();
        var operations = ContractFile.operations().stream()
                .filter(op -> !op.method().equals("DELETE"))
                .toList();
        int done = 0;
        for (int i = 0; i < 3_000; i++) {
            // The limit by address is not what is tried here.
            world.clock.elapse(Duration.ofMillis(i % 20 == 0 ? 1 : 0));
            Op op = operations.get(random.nextInt(operations.size()));
            String head = "%s %s HTTP/1.1\nX-Forwarded-For: 10.%d.%d.1%s%s"
                    .formatted(
                            op.method(),
                            Junk.path(known(op.target()), random),
                            i / 250,
                            i % 250,
                            Junk.headers(random),
                            random.nextInt(4) == 0
                                    ? ""
                                    : "\nAuthorization: Bearer " + (op.isForStaff() ? olga : pair).access());
            byte[] body = Junk.body(known(op.body().orElse("{}")), random);
            var answer = Wire.call(head, body);
            assertThat(answer.status())
                    .as("%d: %s%n%s", i, head, new String(body, UTF_8))
                    .isLessThan(500);
            done += answer.status() < 300 ? 1 : 0;
            if (answer.status() >= 400 && !answer.header("X-Request-Id").isEmpty()) {
                assertThat(answer.header("Content-Type")).as(head).startsWith("application/problem+json");
                assertThat(answer.body())
                        .as(head)
                        .contains("\"type\":", "\"title\":", "\"detail\":", "\"code\":", "\"requestId\":")
                        .doesNotContain(Junk.CANARY, "Exception", "clinic.portal");
            }
        }
        assertThat(done).as("calls that got through to something").isGreaterThan(100);
    }

    /** With what there is in this world, instead of the contract's examples, so that calls get as far as they can. */
    private String known(String example) {
        return example.replace(
                        "0197c5ee-61a0-7d28-b9c4-0e57f1a3c682",
                        world.facial.id().value().toString())
                .replace(
                        "0197c5ee-7f13-7a95-8e06-d21b4c90f3a7",
                        world.iris.id().value().toString())
                .replace(
                        "0197c5ee-94c6-7e21-a05b-7d13f2c8e640",
                        world.laserRoom.id().value().toString())
                .replace(
                        "0197c5f1-02d4-7b6e-a1f3-94c20d8e5b17",
                        Fixtures.uuid(1004).toString())
                .replace("2026-03-", "2026-06-");
    }

    private static List<String> errors(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(422);
        assertThat(answer.jsonPath().getString("code")).isEqualTo("invalid_request");
        return answer.jsonPath().getList("errors", java.util.Map.class).stream()
                .map(error -> error.get("pointer") + " " + error.get("code") + " " + error.get("detail"))
                .toList();
    }

    private static Response post(String path, String body) {
        return post(path, body.getBytes(UTF_8));
    }

    private static Response post(String path, byte[] body) {
        return given().contentType("application/json").body(body).post(path);
    }
}
