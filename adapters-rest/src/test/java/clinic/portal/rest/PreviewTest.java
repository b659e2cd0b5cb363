package clinic.portal.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import clinic.portal.core.fixtures.Fixtures;
import clinic.portal.core.shared.Role;
import clinic.portal.core.staff.Member;
import clinic.portal.core.staff.Member.Plan;
import clinic.portal.rest.stage.ContractFile;
import clinic.portal.rest.stage.ContractFile.Op;
import clinic.portal.rest.stage.PortalTest;
import clinic.portal.rest.stage.Stage;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A preview shows all that its client would see and changes nothing, over all operations of the contract. */
@QuarkusTest
class PreviewTest extends PortalTest {
    /** Ends the preview itself, and nothing else. */
    private static final String LEAVING = "endSession";

    private static final String MARK = "X-Portal-Preview";

    private @Nullable String olga;

    @Test
    void aPreviewChangesNothing() {
        String preview = adaIsPreviewed();
        String before = bearer(preview).get("/v1/me/appointments").asString();

        assertThat(changing()).isNotEmpty();
        for (Op op : changing()) {
            var call = bearer(preview).noContentType();
            op.body().ifPresent(body -> call.contentType("application/json").body(body));
            var answer = call.request(op.method(), mine(op));
            assertThat(answer.statusCode()).as("%s: %s", op, answer.asString()).isEqualTo(403);
            assertThat(answer.jsonPath().getString("code")).as(op.id()).isEqualTo("preview_read_only");
            var again = bearer(preview).noContentType().header("Idempotency-Key", "preview-key");
            op.body().ifPresent(body -> again.contentType("application/json").body(body));
            assertThat(again.request(op.method(), mine(op)).statusCode())
                    .as("%s with a key", op)
                    .isEqualTo(403);
        }
        assertThat(bearer(preview).get("/v1/me/appointments").asString()).isEqualTo(before);
    }

    @Test
    void aPreviewReadsEverything() {
        String preview = adaIsPreviewed();

        for (Op op : clients().stream().filter(op -> op.method().equals("GET")).toList()) {
            assertThat(bearer(preview).get(mine(op) + op.query()).statusCode())
                    .as(op.id())
                    .isEqualTo(200);
        }
        assertThat(bearer(preview).get("/v1/me").jsonPath().getBoolean("preview"))
                .isTrue();
    }

    @Test
    void aPreviewSeesWhatIsFreeForItsClient() {
        given().header("Authorization", "Bearer " + adaIsPreviewed())
                .get("/v1/portals/glow/availability?treatmentId=%s&from=2026-06-17&to=2026-06-17"
                        .formatted(world.facial.id().value()))
                .then()
                .statusCode(200);
    }

    @Test
    void everyAnswerToAPreviewIsMarkedAndNoOther() {
        String preview = adaIsPreviewed();
        String ada = adaLogsIn().access();

        for (Op op : ContractFile.operations().stream()
                .filter(op -> op.schemes().contains("clientSession"))
                .filter(op -> !op.id().equals(LEAVING))
                .toList()) {
            assertThat(call(op, preview).header(MARK)).as(op.id()).isEqualTo("true");
            assertThat(call(op, ada).header(MARK)).as(op.id()).isNull();
        }
        assertThat(bearer(preview).get("/v1/me/appointments?limit=0").header(MARK))
                .isEqualTo("true");
        assertThat(given().get("/v1/portals/glow").header(MARK)).isNull();
    }

    @Test
    void aPreviewSeesThePortalWhileItIsOffAndNobodyElseDoes() {
        String preview = adaIsPreviewed();
        String ada = adaLogsIn().access();
        world.clinics.put(Fixtures.switchedOff(world.glow));
        Stage.elapse(Duration.ofSeconds(5));

        for (Op op : ContractFile.operations().stream()
                .filter(each -> each.optional() && each.method().equals("GET"))
                .toList()) {
            String target = op.target()
                    .replaceAll(
                            "treatmentId=[0-9a-f-]{36}",
                            "treatmentId=" + world.facial.id().value());
            assertThat(given().get(target).statusCode()).as(op.id()).isEqualTo(404);
            assertThat(bearer(ada).get(target).statusCode()).as(op.id()).isEqualTo(401);
            if (!op.id().equals("findAvailability")) {
                assertThat(bearer(preview).get(target).statusCode()).as(op.id()).isEqualTo(200);
                assertThat(bearer(preview).get(target.replace("glow", "calm")).statusCode())
                        .as(op.id())
                        .isEqualTo(200);
            }
        }
        aDayOf(preview).then().statusCode(200);
        bearer(preview).get("/v1/me/dashboard").then().statusCode(200);
        world.clinics.put(Fixtures.switchedOff(world.calm));
        bearer(preview).get("/v1/portals/calm").then().statusCode(404);
    }

    @Test
    void whatIsForEverybodyAndChangesSomethingIsNotForAPreview() {
        String preview = adaIsPreviewed();

        for (Op op : ContractFile.operations().stream()
                .filter(each -> each.optional() && !each.method().equals("GET"))
                .toList()) {
            var request = bearer(preview);
            op.body().ifPresent(body -> request.contentType("application/json").body(body));
            var refused = request.request(op.method(), op.target());
            assertThat(refused.statusCode()).as(op.id()).isEqualTo(403);
            assertThat(refused.jsonPath().getString("code")).as(op.id()).isEqualTo("preview_read_only");
            assertThat(refused.header("X-Portal-Preview")).as(op.id()).isEqualTo("true");
        }
    }

    @Test
    void aTokenOpensOnceWithinTenMinutesAtItsClinic() {
        String token = aToken();
        enter("calm", token).then().statusCode(401).body("code", equalTo("preview_invalid"));
        enter("nobody", token).then().statusCode(401).body("code", equalTo("preview_invalid"));
        enter("glow", token)
                .then()
                .statusCode(201)
                .body("preview", equalTo(true))
                .body("refreshToken", nullValue())
                .body("client.name", equalTo("Sample client"))
                .body("expiresAt", equalTo("2026-06-16T12:00:00Z"));
        enter("glow", token).then().statusCode(410).body("code", equalTo("preview_used"));

        String late = aToken();
        Stage.elapse(Duration.ofMinutes(10));
        enter("glow", late).then().statusCode(410).body("code", equalTo("preview_expired"));
    }

    @Test
    void aPreviewLastsAnHourAndIsNotRenewed() {
        String preview = adaIsPreviewed();

        Stage.elapse(Duration.ofMinutes(59));
        bearer(preview).get("/v1/me").then().statusCode(200);

        Stage.elapse(Duration.ofMinutes(1));
        bearer(preview).get("/v1/me").then().statusCode(401).body("code", equalTo("session_ended"));
    }

    @Test
    void aPreviewEndsWithTheMemberOfStaffAndByLogout() {
        String preview = adaIsPreviewed();
        bearer(preview).delete("/v1/me/session").then().statusCode(204).header(MARK, "true");
        bearer(preview).get("/v1/me").then().statusCode(401);

        String another = previewOf(olgaLogsIn(), Map.of());
        bearer(another).get("/v1/me").then().statusCode(200);
        world.members.leaves(world.glow.id(), world.olga.id());
        Stage.elapse(Duration.ofSeconds(5));
        bearer(another).get("/v1/me").then().statusCode(401);
    }

    @Test
    void aBrowserGetsOneCookieForTheHourAndLosesAClientsOwn() {
        var answer = given().contentType("application/json")
                .header("X-Portal-Request", "1")
                .body(Map.of("token", aToken()))
                .post("/v1/portals/glow/preview-sessions");

        answer.then().statusCode(201).header(MARK, "true").body("accessToken", nullValue());
        assertThat(answer.getDetailedCookie("__Host-portal_access").getMaxAge()).isEqualTo(3600);
        assertThat(answer.getDetailedCookie("__Host-portal_refresh").getMaxAge())
                .isZero();
        given().cookie("__Host-portal_access", answer.cookie("__Host-portal_access"))
                .get("/v1/me")
                .then()
                .statusCode(200)
                .body("preview", equalTo(true));
    }

    @Test
    void neitherAPreviewsTokenNorAClientsPassesForTheOther() throws Exception {
        String preview = adaIsPreviewed();
        String ada = adaLogsIn().access();

        for (String forged : List.of(readdressed(preview, "portal", 15), readdressed(ada, "preview", 15))) {
            bearer(forged).get("/v1/me").then().statusCode(401).body("code", equalTo("session_ended"));
        }
        bearer(readdressed(ada, "portal", 15)).get("/v1/me").then().statusCode(200);
        bearer(readdressed(ada, "portal", 60)).get("/v1/me").then().statusCode(401);
        bearer(readdressed(preview, "preview", 60)).get("/v1/me").then().statusCode(200);
        bearer(readdressed(preview, "staff", 15)).get("/v1/staff/me").then().statusCode(401);
        bearer(preview).get("/v1/staff/me").then().statusCode(401);
        bearer(preview).get("/v1/admin/portal-settings").then().statusCode(401);
    }

    @Test
    void previewsAreForThoseWhoDealWithClients() {
        world.members.put(
                world.glow.id(),
                new Member(
                        world.rita.id(),
                        new Plan("Rita", world.rita.email(), null, null, Role.PRACTITIONER, null),
                        false,
                        null,
                        1));

        bearer(ritaLogsIn().access())
                .noContentType()
                .post("/v1/admin/portal-previews")
                .then()
                .statusCode(403)
                .body("code", equalTo("role_not_allowed"));
    }

    @Test
    void anotherClinicsClientIsNobody() {
        bearer(olgaLogsIn().access())
                .contentType("application/json")
                .body(Map.of("clientId", world.cleo.id().value()))
                .post("/v1/admin/portal-previews")
                .then()
                .statusCode(404);
    }

    private Response aDayOf(String preview) {
        return bearer(preview)
                .get("/v1/portals/glow/availability?treatmentId=%s&from=2026-06-17&to=2026-06-17"
                        .formatted(world.facial.id().value()));
    }

    private String aToken() {
        return bearer(tokenOfOlga())
                .noContentType()
                .post("/v1/admin/portal-previews")
                .then()
                .statusCode(201)
                .body("previewUrl", startsWith("https://portal.example/glow/preview#t="))
                .extract()
                .path("token");
    }

    private String tokenOfOlga() {
        if (olga == null) {
            olga = olgaLogsIn().access();
        }
        return olga;
    }

    private static Response enter(String slug, String token) {
        return given().contentType("application/json")
                .body(Map.of("token", token, "transport", "bearer"))
                .post("/v1/portals/{slug}/preview-sessions", slug);
    }

    private static Response call(Op op, String access) {
        var call = bearer(access).noContentType();
        op.body().ifPresent(body -> call.contentType("application/json").body(body));
        return call.request(op.method(), op.target());
    }

    /** A token of ours with another audience and end, signed again. */
    private String readdressed(String token, String audience, int minutes) throws Exception {
        var claims = new JwtConsumerBuilder()
                .setSkipAllValidators()
                .setSkipSignatureVerification()
                .setDisableRequireSignature()
                .build()
                .processToClaims(token);
        claims.setAudience(audience);
        claims.setExpirationTime(NumericDate.fromSeconds(world.clock.instant().getEpochSecond() + minutes * 60L));
        var key = Stage.keys().newestFirst().getFirst();
        var jws = new JsonWebSignature();
        jws.setPayload(claims.toJson());
        jws.setAlgorithmHeaderValue("ES256");
        jws.setKeyIdHeaderValue(key.getKeyId());
        jws.setHeader("typ", "at+jwt");
        jws.setKey(key.getPrivateKey());
        return jws.getCompactSerialization();
    }

    private static List<Op> changing() {
        return clients().stream()
                .filter(op -> !op.method().equals("GET") && !op.id().equals(LEAVING))
                .toList();
    }

    private static List<Op> clients() {
        return ContractFile.operations().stream()
                .filter(op -> op.schemes().contains("clientSession") && !op.optional())
                .toList();
    }

    /** Of Ada's own appointments, instead of the contract's example of one. */
    private static String mine(Op op) {
        return op.path()
                .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", Fixtures.uuid(1004).toString());
    }
}
