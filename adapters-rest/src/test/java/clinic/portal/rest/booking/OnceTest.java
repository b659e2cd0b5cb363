package clinic.portal.rest.booking;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.core.fixtures.Fixtures;
import clinic.portal.core.shared.Attempt;
import clinic.portal.rest.stage.PortalTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The same call with the same Idempotency-Key is done once. */
@QuarkusTest
class OnceTest extends PortalTest {
    private static final String MINE = "/v1/me/appointments";
    private static final String KEY = "3b0a4a52-8f6e-4d7c-9f0e-1f5d2c7b8a96";
    private static final String TEN = "2026-06-17T10:00:00+01:00";

    @Test
    void theSameCallGetsTheSameAnswerAndBooksOnce() {
        String ada = adaLogsIn().access();
        int before = mine(ada);

        var first = book(bearer(ada), KEY, TEN);
        var second = book(bearer(ada), KEY, TEN);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.header("Idempotent-Replayed")).isNull();
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(first.jsonPath().getString("startsAt")).isEqualTo(TEN);
        assertThat(mine(ada)).isEqualTo(before + 1);
    }

    @Test
    void withoutAKeyNothingIsKept() {
        String ada = adaLogsIn().access();

        assertThat(book(bearer(ada), null, TEN).statusCode()).isEqualTo(201);
        var second = book(bearer(ada), null, TEN);

        // Noor is still free.
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(book(bearer(ada), null, TEN).statusCode()).isEqualTo(409);
    }

    @Test
    void howACallIsSpeltDoesNotMatter() {
        String ada = adaLogsIn().access();
        var first = book(bearer(ada), KEY, TEN);

        var second = bearer(ada)
                .header("Idempotency-Key", KEY)
                .contentType("application/json")
                .body("{ \"startsAt\": \"2026-06-17T09:00:00Z\",\n\"treatmentId\": \"%s\" }"
                        .formatted(world.facial.id().value()))
                .post(MINE);

        assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(second.asString()).isEqualTo(first.asString());
    }

    @Test
    void aKeyIsGoodForOneRequest() {
        String ada = adaLogsIn().access();
        book(bearer(ada), KEY, TEN);

        var other = book(bearer(ada), KEY, "2026-06-17T11:00:00+01:00");

        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.jsonPath().getString("code")).isEqualTo("idempotency_key_reused");
        assertThat(other.jsonPath().getMap("")).doesNotContainKey("errors");
    }

    @Test
    void aKeyIsItsCallersOwnAndForOnePath() {
        String ada = adaLogsIn().access();
        var adas = book(bearer(ada), KEY, TEN);
        var bens = book(bearer(benLogsIn().access()), KEY, TEN);

        var cancelled = bearer(ada)
                .header("Idempotency-Key", KEY)
                .noContentType()
                .post(MINE + "/" + Fixtures.uuid(1004) + "/cancel");
        var other = bearer(ada)
                .header("Idempotency-Key", KEY)
                .noContentType()
                .post(MINE + "/" + Fixtures.uuid(1003) + "/cancel");
        // Both practitioners are taken at ten.
        var held = given().header("Idempotency-Key", KEY)
                .contentType("application/json")
                .body(wish("2026-06-17T14:00:00+01:00"))
                .post("/v1/portals/glow/holds");

        assertThat(adas.statusCode()).isEqualTo(201);
        assertThat(held.statusCode()).isEqualTo(201);
        assertThat(bens.statusCode()).isEqualTo(201);
        assertThat(bens.jsonPath().getString("id")).isNotEqualTo(adas.jsonPath().getString("id"));
        for (var answer : List.of(cancelled, other)) {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.header("Idempotent-Replayed")).isNull();
        }
    }

    @Test
    void aCancelledAppointmentIsCancelledOnce() {
        String ada = adaLogsIn().access();
        String cancel = MINE + "/" + Fixtures.uuid(1004) + "/cancel";

        var first = bearer(ada).header("Idempotency-Key", KEY).noContentType().post(cancel);
        var again = bearer(ada).header("Idempotency-Key", KEY).noContentType().post(cancel);
        var spelt = bearer(ada)
                .header("Idempotency-Key", KEY)
                .contentType("application/json")
                .body("{}")
                .post(cancel);

        assertThat(first.statusCode()).isEqualTo(200);
        for (var answer : List.of(again, spelt)) {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.asString()).isEqualTo(first.asString());
            assertThat(answer.header("Idempotent-Replayed")).isEqualTo("true");
        }
        assertThat(bearer(ada).noContentType().post(cancel).statusCode()).isEqualTo(409);
    }

    @Test
    void whatWasRefusedMayBeTriedAgain() {
        String ada = adaLogsIn().access();
        book(bearer(ada), null, TEN);
        String noors =
                book(bearer(ada), null, TEN).then().statusCode(201).extract().path("id");
        assertThat(book(bearer(ada), KEY, TEN).statusCode()).isEqualTo(409);
        bearer(olgaLogsIn().access())
                .noContentType()
                .post("/v1/admin/appointments/" + noors + "/cancel")
                .then()
                .statusCode(200);

        var again = book(bearer(ada), KEY, TEN);

        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.header("Idempotent-Replayed")).isNull();
    }

    @Test
    void whatIsBeingDoneIsNotBegunAgain() throws Exception {
        String ada = adaLogsIn().access();
        String cancel = MINE + "/" + Fixtures.uuid(1004) + "/cancel";
        byte[] hash = MessageDigest.getInstance("SHA-256").digest("{}".getBytes(StandardCharsets.UTF_8));
        world.desk.claims.claim(
                world.glow.id(),
                new Attempt(
                        world.ada.id().value().toString(),
                        "POST " + cancel,
                        KEY,
                        HexFormat.of().formatHex(hash)),
                Fixtures.uuid(1));

        var answer = bearer(ada).header("Idempotency-Key", KEY).noContentType().post(cancel);

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.jsonPath().getString("code")).isEqualTo("idempotency_in_flight");
        world.clock.elapse(Duration.ofMinutes(1));
        assertThat(bearer(ada)
                        .header("Idempotency-Key", KEY)
                        .noContentType()
                        .post(cancel)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aKeyThatIsNoneIsNamedByItsHeader() {
        String ada = adaLogsIn().access();
        for (String key : List.of("short", "x".repeat(201), "with\u00e9accent", "tab\there")) {
            var answer = book(bearer(ada), key, TEN);
            assertThat(answer.statusCode()).as(key).isEqualTo(422);
            assertThat(answer.jsonPath().getList("errors.pointer")).as(key).containsExactly("Idempotency-Key");
        }
        var twice = book(bearer(ada).header("Idempotency-Key", "another-key"), KEY, TEN);
        assertThat(twice.jsonPath().getString("errors[0].code")).isEqualTo("repeated");
    }

    private int mine(String token) {
        return bearer(token).get(MINE).jsonPath().getList("items").size();
    }

    private Response book(RequestSpecification as, String key, String startsAt) {
        if (key != null) {
            as.header("Idempotency-Key", key);
        }
        return as.contentType("application/json").body(wish(startsAt)).post(MINE);
    }

    private Map<String, Object> wish(String startsAt) {
        return Map.of("treatmentId", world.facial.id().value(), "startsAt", startsAt);
    }
}
