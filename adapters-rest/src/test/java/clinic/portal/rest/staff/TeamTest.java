package clinic.portal.rest.staff;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import clinic.portal.core.fixtures.Phone;
import clinic.portal.core.fixtures.World;
import clinic.portal.rest.stage.PortalTest;
import clinic.portal.rest.stage.Stage;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The team, second factors and new clinics, as HTTP shows them. */
@QuarkusTest
class TeamTest extends PortalTest {
    @Test
    void aManagerOfTheTeamInvitesChangesAndSendsAway() {
        var olga = olgaLogsIn();
        var invited = json(olga)
                .header("Idempotency-Key", "nina-nina")
                .body(nina("practitioner"))
                .post("/v1/admin/staff");
        invited.then().statusCode(201).header("ETag", "\"0\"").body("role", equalTo("practitioner"));
        String id = invited.path("id");
        String token = World.tokenIn(world.sender.last());
        json(olga)
                .header("Idempotency-Key", "nina-nina")
                .body(nina("practitioner"))
                .post("/v1/admin/staff")
                .then()
                .statusCode(201)
                .header("ETag", "\"0\"")
                .body("id", equalTo(id));
        String access = spend(token, null).path("accessToken");
        bearer(access).get("/v1/admin/staff").then().statusCode(200).body("items.name", hasItems("Nina Novak"));

        json(olga).body(nina("manager")).put("/v1/admin/staff/{id}", id).then().statusCode(428);
        json(olga)
                .header("If-Match", "\"7\"")
                .body(nina("manager"))
                .put("/v1/admin/staff/{id}", id)
                .then()
                .statusCode(412);
        json(olga)
                .header("If-Match", "\"0\"")
                .body(nina("manager"))
                .put("/v1/admin/staff/{id}", id)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"");
        // At once on this instance, though the session was looked at a moment ago.
        bearer(access).get("/v1/staff/me").then().body("role", equalTo("manager"));

        json(olga)
                .post("/v1/admin/staff/{id}/deactivate", id)
                .then()
                .statusCode(200)
                .body("leftAt", equalTo(world.clock.instant().toString()));
        bearer(access).get("/v1/staff/me").then().statusCode(401);
        bearer(olga.access()).get("/v1/admin/staff?left=true").then().body("items.id", contains(id));
        json(olga)
                .post("/v1/admin/staff/{id}/login-links", id)
                .then()
                .statusCode(409)
                .body("code", equalTo("member_left"));
    }

    @Test
    void theLastOwnerStaysAndTheRestOfTheTeamHasNoSayInIt() {
        var olga = olgaLogsIn();
        String me = bearer(olga.access()).get("/v1/staff/me").path("id");

        json(olga)
                .post("/v1/admin/staff/{id}/deactivate", me)
                .then()
                .statusCode(409)
                .body("code", equalTo("last_owner"));
        json(ritaLogsIn())
                .post("/v1/admin/staff/{id}/deactivate", me)
                .then()
                .statusCode(403)
                .body("code", equalTo("role_not_allowed"));
    }

    @Test
    void aSecondFactorIsSetUpAskedForAndRemoved() {
        var olga = olgaLogsIn();
        var phone = new Phone(world);
        phone.scan(json(olga).post("/v1/staff/me/second-factor").<String>path("secret"));
        var confirmed = code(olga, phone.code()).post("/v1/staff/me/second-factor/confirm");
        confirmed.then().statusCode(200).body("recoveryCodes", hasSize(10));
        String recovery = confirmed.path("recoveryCodes[0]");
        bearer(olga.access()).get("/v1/staff/me").then().body("secondFactor.enabled", equalTo(true));

        Stage.elapse(Duration.ofMinutes(2));
        String token = linkTokenFor(world.olga);
        spend(token, null).then().statusCode(401).body("code", equalTo("second_factor_required"));
        spend(token, "000000").then().statusCode(401).body("code", equalTo("second_factor_invalid"));
        spend(token, phone.code()).then().statusCode(201).body("secondFactorDue", equalTo(false));
        code(olga, phone.code())
                .delete("/v1/staff/me/second-factor")
                .then()
                .statusCode(422)
                .body("errors.code", contains("second_factor_invalid"));
        code(olga, recovery).delete("/v1/staff/me/second-factor").then().statusCode(204);
        code(olga, recovery)
                .delete("/v1/staff/me/second-factor")
                .then()
                .statusCode(409)
                .body("code", equalTo("second_factor_off"));
    }

    @Test
    void whereOneIsAskedForNothingElseIsDoneBefore() {
        world.secondFactors.require(world.glow.id(), true);
        var opened = spend(linkTokenFor(world.olga), null);
        opened.then().statusCode(201).body("secondFactorDue", equalTo(true));
        var olga = new Pair(opened.path("accessToken"), opened.path("refreshToken"));
        bearer(olga.access()).get("/v1/admin/staff").then().statusCode(403).body("code", equalTo("second_factor_due"));

        var phone = new Phone(world);
        phone.scan(json(olga).post("/v1/staff/me/second-factor").<String>path("secret"));
        code(olga, phone.code())
                .post("/v1/staff/me/second-factor/confirm")
                .then()
                .statusCode(200);

        bearer(olga.access()).get("/v1/admin/staff").then().statusCode(200);
    }

    @Test
    void codesOfAnOpenSessionAreGuessedTenTimesAtMost() {
        var olga = olgaLogsIn();
        for (int i = 0; i < 10; i++) {
            code(olga, "00000" + i)
                    .post("/v1/staff/me/second-factor/recovery-codes")
                    .then()
                    .statusCode(409);
        }

        code(olga, "000000")
                .post("/v1/staff/me/second-factor/recovery-codes")
                .then()
                .statusCode(429);
    }

    @Test
    void staffWhoDoNotSayWhereGetALinkOfEachClinic() {
        given().contentType("application/json")
                .body(Map.of("email", world.olga.email().value()))
                .post("/v1/staff/login-links")
                .then()
                .statusCode(202);
        assertThat(world.sender.letters()).hasSize(1);

        given().contentType("application/json")
                .body(Map.of("phone", "+447700900456"))
                .post("/v1/staff/login-links")
                .then()
                .statusCode(422);
    }

    @Test
    void whatStaffTypeIsJudgedAlikeWhetherThereIsSuchAClinicOrNot() {
        for (String clinic : List.of("glow", "nowhere")) {
            assertThat(asked(Map.of("clinic", clinic, "email", "olga@nowhere")))
                    .as(clinic)
                    .isEqualTo(422);
            assertThat(asked(Map.of("clinic", clinic, "phone", "+1234")))
                    .as(clinic)
                    .isEqualTo(422);
            assertThat(asked(Map.of("clinic", clinic, "phone", "12345")))
                    .as(clinic)
                    .isEqualTo(202);
            assertThat(asked(
                            Map.of("clinic", clinic, "email", world.olga.email().value())))
                    .as(clinic)
                    .isEqualTo(202);
        }
    }

    @Test
    void aClinicIsOpenedWithThePlatformsKeyAlone() {
        given().contentType("application/json")
                .body(bloom())
                .post("/v1/platform/clinics")
                .then()
                .statusCode(401);
        platform("not the key")
                .post("/v1/platform/clinics")
                .then()
                .statusCode(401)
                .body("code", equalTo("platform_key_invalid"));
        platform(olgaLogsIn().access()).post("/v1/platform/clinics").then().statusCode(401);
        int letters = world.sender.letters().size();

        platform(PLATFORM_KEY)
                .post("/v1/platform/clinics")
                .then()
                .statusCode(201)
                .body("slug", equalTo("bloom"));

        assertThat(world.sender.letters()).hasSize(letters + 1);
        platform(PLATFORM_KEY)
                .post("/v1/platform/clinics")
                .then()
                .statusCode(409)
                .body("code", equalTo("slug_unavailable"));
    }

    private static int asked(Map<String, String> body) {
        return given().contentType("application/json")
                .body(body)
                .post("/v1/staff/login-links")
                .statusCode();
    }

    private static RequestSpecification platform(String key) {
        return bearer(key).contentType("application/json").body(bloom());
    }

    private static RequestSpecification json(Pair who) {
        return bearer(who.access()).contentType("application/json");
    }

    private static RequestSpecification code(Pair who, String code) {
        return json(who).body(Map.of("code", code));
    }

    private static Response spend(String token, String secondFactor) {
        var body = new HashMap<String, String>(Map.of("clinic", "glow", "token", token, "transport", "bearer"));
        if (secondFactor != null) {
            body.put("secondFactor", secondFactor);
        }
        return given().contentType("application/json").body(body).post("/v1/staff/sessions");
    }

    private static Map<String, Object> nina(String role) {
        return Map.of("name", "Nina Novak", "email", "nina@glow.example.com", "role", role);
    }

    private static Map<String, Object> bloom() {
        return Map.of(
                "clinic",
                Map.of(
                        "slug",
                        "bloom",
                        "name",
                        "Bloom",
                        "timeZone",
                        "Europe/Paris",
                        "locale",
                        "fr-FR",
                        "currency",
                        "EUR",
                        "country",
                        "FR",
                        "contact",
                        Map.of("phone", "1", "email", "hello@bloom.example.com", "address", "Paris")),
                "owner",
                Map.of("name", "Olive Martin", "email", "olive@bloom.example.com"));
    }
}
