package clinic.portal.app.clinic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import clinic.portal.app.world.Caller;
import clinic.portal.app.world.Clinics;
import clinic.portal.app.world.PortalTest;
import clinic.portal.app.world.Waiting;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A clinic sets up its portal, for real. */
@QuarkusTest
class PortalSettingsTest extends PortalTest {
    private static final String SETTINGS = "/v1/admin/portal-settings";

    private final Caller caller = new Caller();
    private OwnClinic clinic;
    private String owner;

    @BeforeEach
    void anOwnerOfAClinic() {
        clinic = OwnClinic.open(true);
        owner = caller.logInAsStaff(clinic.slug(), Clinics.newMember(clinic.slug(), "owner"))
                .access();
    }

    @Test
    void whatIsReadChangedAndSentBackIsThere() {
        var seen = caller.call(owner).get(SETTINGS);
        seen.then().statusCode(200).header("ETag", "\"0\"");

        change(seen, Map.of("brandColour", "#F5E6A8", "name", "Better Clinic", "secondFactorRequired", false))
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("onBrandColour", equalTo("#000000"));

        caller.call()
                .get("/v1/portals/{slug}", clinic.slug())
                .then()
                .body("brandColour", equalTo("#f5e6a8"))
                .body("name", equalTo("Better Clinic"));
        change(seen, Map.of()).then().statusCode(412);
    }

    @Test
    void offIsOffWithinFiveSecondsAndOnAgainAtOnce() {
        var client = Clinics.newClient(clinic.slug());
        String access = caller.logIn(clinic.slug(), client).access();
        caller.call(access).get("/v1/me").then().statusCode(200);

        long before = System.nanoTime();
        set(Map.of("portalEnabled", false));
        caller.call().get("/v1/portals/{slug}", clinic.slug()).then().statusCode(404);
        caller.askByEmail(clinic.slug(), client.email()).then().statusCode(404);
        Waiting.until("access ends")
                .until(() -> caller.call(access).get("/v1/me").statusCode() == 401);
        assertThat(System.nanoTime() - before).isLessThan(5_500_000_000L);

        set(Map.of("portalEnabled", true));
        caller.call().get("/v1/portals/{slug}", clinic.slug()).then().statusCode(200);
    }

    @Test
    void aLinkMailedWithTheOldSlugStillLogsItsClientIn() {
        var client = Clinics.newClient(clinic.slug());
        caller.askByEmail(clinic.slug(), client.email()).then().statusCode(202);
        String token = Caller.tokenIn(Caller.mailTo(client.email()));
        String moved = clinic.slug() + "-soho";
        set(Map.of("slug", moved));

        Waiting.until("the old slug leads on")
                .until(() -> post(clinic.slug(), "nonsense").statusCode() == 308);
        String there = post(clinic.slug(), token).header("Location");

        assertThat(there).isEqualTo("/v1/portals/" + moved + "/sessions");
        caller.call()
                .body(Map.of("token", token, "transport", "bearer"))
                .post(there)
                .then()
                .statusCode(201);
    }

    @Test
    void nobodyElseGetsASlugThatWasGivenUpLately() {
        set(Map.of("slug", clinic.slug() + "-soho"));
        var other = OwnClinic.open(true);
        String theirs = caller.logInAsStaff(other.slug(), Clinics.newMember(other.slug(), "owner"))
                .access();
        var seen = caller.call(theirs).get(SETTINGS);

        for (String wanted : new String[] {clinic.slug(), clinic.slug() + "-soho", "glow", "admin"}) {
            change(theirs, seen, Map.of("slug", wanted))
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("slug_unavailable"))
                    .body("detail", equalTo("This address cannot be had; choose another."));
        }
        Clinics.change(
                clinic.slug() + "-soho",
                "update clinic_slugs set retired_at = retired_at - interval '91 days' where slug = ?",
                clinic.slug());
        Waiting.until("the old slug leads nowhere")
                .until(() -> post(clinic.slug(), "nonsense").statusCode() == 404);
    }

    @Test
    void theCurrencyIsSettledOnceSomethingHasAPrice() {
        set(Map.of("currency", "EUR"));
        Clinics.change(
                clinic.slug(),
                "insert into treatments (clinic_id, treatment_id, name, minutes, price_minor) values (?::uuid, ?::uuid, 'Peel', 30, 5000)",
                Clinics.idOf(clinic.slug()),
                UUID.randomUUID());

        change(caller.call(owner).get(SETTINGS), Map.of("currency", "GBP"))
                .then()
                .statusCode(409)
                .body("code", equalTo("currency_in_use"));
    }

    private void set(Map<String, ?> changes) {
        change(caller.call(owner).get(SETTINGS), changes).then().statusCode(200);
    }

    private Response change(Response seen, Map<String, ?> changes) {
        return change(owner, seen, changes);
    }

    private Response change(String access, Response seen, Map<String, ?> changes) {
        var body = new HashMap<String, Object>(seen.jsonPath().getMap("$"));
        body.remove("onBrandColour");
        body.remove("version");
        body.putAll(changes);
        return caller.call(access)
                .header("If-Match", seen.header("ETag"))
                .body(body)
                .put(SETTINGS);
    }

    private Response post(String slug, String token) {
        // From an address of its own each time: some wait for a change, and only so many tries are allowed from one.
        return new Caller()
                .call()
                .redirects()
                .follow(false)
                .body(Map.of("token", token, "transport", "bearer"))
                .post("/v1/portals/{slug}/sessions", slug);
    }
}
