package clinic.portal.app.clinic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import clinic.portal.app.world.Caller;
import clinic.portal.app.world.Clinics;
import clinic.portal.app.world.PortalTest;
import clinic.portal.app.world.RealSurroundings;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OnboardingTest extends PortalTest {
    private final Caller caller = new Caller();

    @Test
    void aNewClinicIsFullyApart() {
        var opened = open("bloom", "Europe/Paris");
        opened.then().statusCode(201).body("slug", equalTo("bloom"));
        var owner = Caller.tokens(caller.call()
                .body(Map.of(
                        "clinic",
                        "bloom",
                        "token",
                        Caller.tokenIn(Caller.mailTo("olive@bloom.example.org")),
                        "transport",
                        "bearer"))
                .post("/v1/staff/sessions"));

        caller.call(owner.access())
                .get("/v1/admin/staff")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items.role", contains("owner"));
        caller.call(owner.access()).get("/v1/admin/treatments").then().body("items", hasSize(0));
        caller.call(owner.access()).get("/v1/admin/practitioners").then().body("items", hasSize(0));
        var stranger = Clinics.newMember("glow", "receptionist");
        caller.call(owner.access())
                .get("/v1/admin/staff/{id}", stranger.id())
                .then()
                .statusCode(404);
        caller.call().get("/v1/portals/bloom").then().statusCode(404);
        assertThat(Clinics.one("select count(*) from clients", Clinics.idOf("bloom")))
                .isEqualTo("0");

        caller.call(owner.access())
                .body(Map.of("name", "Ana", "email", stranger.email(), "role", "practitioner"))
                .post("/v1/admin/staff")
                .then()
                .statusCode(201);
    }

    @Test
    void aTakenSlugAndAReservedOneAreTheSameAnswer() {
        String taken =
                open("glow", "Europe/Paris").then().statusCode(409).extract().path("detail");

        open("admin", "Europe/Paris")
                .then()
                .statusCode(409)
                .body("code", equalTo("slug_unavailable"))
                .body("detail", equalTo(taken));
        assertThat(Clinics.one("select count(*) from clinic_slugs where slug = 'admin'", null))
                .isEqualTo("0");
    }

    @Test
    void nonsenseIsNamedAndNothingIsMade() {
        open("nowhere", "Europe/Atlantis").then().statusCode(422).body("errors.pointer", contains("/clinic/timeZone"));
        assertThat(Clinics.one("select count(*) from clinic_slugs where slug = 'nowhere'", null))
                .isEqualTo("0");
    }

    private Response open(String slug, String zone) {
        return caller.call(RealSurroundings.PLATFORM_KEY)
                .body(Map.of(
                        "clinic",
                        Map.of(
                                "slug",
                                slug,
                                "name",
                                "Bloom",
                                "timeZone",
                                zone,
                                "locale",
                                "fr-FR",
                                "currency",
                                "EUR",
                                "country",
                                "FR",
                                "contact",
                                Map.of("phone", "1", "email", "hello@bloom.example.org", "address", "Paris")),
                        "owner",
                        Map.of("name", "Olive Martin", "email", "olive@bloom.example.org")))
                .post("/v1/platform/clinics");
    }
}
