package clinic.portal.app.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import clinic.portal.app.login.DatabaseSearch;
import clinic.portal.app.world.Caller;
import clinic.portal.app.world.Clinics;
import clinic.portal.app.world.Clinics.Person;
import clinic.portal.app.world.PortalTest;
import clinic.portal.app.world.Practice;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Booking without a session: with details filled in by a token, or typed by hand. */
@QuarkusTest
class GuestTest extends PortalTest {
    private final Caller caller = new Caller();

    @Test
    void aTokenFillsInTheFormAndItsGrantBooksAsTheClient() {
        var practice = Practice.with(1);
        var client = Clinics.newClient("glow");
        var tokens = caller.logIn("glow", client);

        var made = caller.call(tokens.access()).post("/v1/me/prefill-tokens");
        made.then().statusCode(201).body("bookingUrl", startsWith("https://portal.example/glow/book#t="));
        var filled = redeem(made.path("token"));
        filled.then()
                .statusCode(200)
                .body("client.name", equalTo(client.name()))
                .body("client.email", equalTo(client.email()))
                .body("client.phone", equalTo(client.phone()));
        var wish = practice.wish(practice.aSlot());
        wish.put("bookingGrant", filled.path("bookingGrant"));
        String id = book(wish).then().statusCode(201).extract().path("id");

        caller.call(tokens.access()).get("/v1/me/appointments").then().body("items.id", hasItem(id));
        redeem(made.path("token")).then().statusCode(410).body("code", equalTo("prefill_used"));
        wish.put("startsAt", practice.aSlot());
        book(wish).then().statusCode(410).body("code", equalTo("grant_used"));
    }

    @Test
    void anExpiredTokenLetsThePageGoOnByHand() {
        var practice = Practice.with(1);
        var client = Clinics.newClient("glow");
        String token = caller.call(caller.logIn("glow", client).access())
                .post("/v1/me/prefill-tokens")
                .path("token");
        Clinics.change(
                "glow",
                "update one_time_keys set expires_at = clock_timestamp() where client_id = ?::uuid",
                client.id());

        redeem(token).then().statusCode(410).body("code", equalTo("prefill_expired"));

        var wish = practice.wish(practice.aSlot());
        wish.put("contact", contact(client));
        book(wish).then().statusCode(201);
    }

    @Test
    void ofAHundredAtOnceOneRedeemsTheToken() throws Exception {
        var client = Clinics.newClient("glow");
        String token = caller.call(caller.logIn("glow", client).access())
                .post("/v1/me/prefill-tokens")
                .path("token");

        List<Callable<Integer>> calls = IntStream.range(0, 100)
                .<Callable<Integer>>mapToObj(i -> () -> new Caller()
                        .call()
                        .body(Map.of("token", token))
                        .post("/v1/portals/glow/prefill")
                        .statusCode())
                .toList();
        List<Integer> answers;
        try (var callers = Executors.newFixedThreadPool(32)) {
            answers = callers.invokeAll(calls).stream()
                    .map(done -> done.resultNow())
                    .toList();
        }

        assertThat(answers).containsOnlyOnce(200).hasSize(100);
        assertThat(answers.stream().filter(status -> status == 410)).hasSize(99);
    }

    @Test
    void neitherTokenNorGrantStandsInTheDatabase() throws Exception {
        var client = Clinics.newClient("glow");
        String token = caller.call(caller.logIn("glow", client).access())
                .post("/v1/me/prefill-tokens")
                .path("token");
        String grant = redeem(token).path("bookingGrant");

        assertThat(DatabaseSearch.columnsHolding(token)).isEmpty();
        assertThat(DatabaseSearch.columnsHolding(grant)).isEmpty();
    }

    @Test
    void aTokenOfAnotherClinicIsUnknownHere() {
        var client = Clinics.newClient("glow");
        String token = caller.call(caller.logIn("glow", client).access())
                .post("/v1/me/prefill-tokens")
                .path("token");

        caller.call()
                .body(Map.of("token", token))
                .post("/v1/portals/harbour/prefill")
                .then()
                .statusCode(401)
                .body("code", equalTo("prefill_invalid"));
    }

    @Test
    void aGuestWhomTheClinicKnowsByBothIsTheClientAndNothingSaysSo() {
        var practice = Practice.with(2);
        var known = Clinics.newClient("glow");
        var tokens = caller.logIn("glow", known);
        String slot = practice.aSlot();

        var asKnown = practice.wish(slot);
        asKnown.put("contact", contact(known));
        var ofKnown = book(asKnown);
        var asStranger = practice.wish(slot);
        asStranger.put("contact", contact(stranger()));
        var ofStranger = book(asStranger);

        ofKnown.then().statusCode(201);
        ofStranger.then().statusCode(201);
        assertThat(ofKnown.jsonPath().getMap("").keySet())
                .isEqualTo(ofStranger.jsonPath().getMap("").keySet());
        caller.call(tokens.access()).get("/v1/me/appointments").then().body("items.id", hasItem((String)
                ofKnown.path("id")));
    }

    @Test
    void aGuestSeesTheirAppointmentOnceTheyLogIn() {
        var practice = Practice.with(1);
        var guest = stranger();
        var wish = practice.wish(practice.aSlot());
        wish.put("contact", contact(guest));
        String id = book(wish).path("id");
        assertThat(Caller.mailTo(guest.email())).contains("Test facial");

        caller.askByEmail("glow", guest.email()).then().statusCode(202);
        var tokens = Caller.tokens(caller.spend("glow", Caller.tokenIn(Caller.mailTo(guest.email(), 2))));

        caller.call(tokens.access()).get("/v1/me/appointments").then().body("items.id", hasItem(id));
    }

    @Test
    void aWrongNumberAndAddressAreBothNamed() {
        var practice = Practice.with(1);
        var wish = practice.wish(practice.aSlot());
        wish.put("contact", Map.of("name", "Grace", "email", "grace@example.org", "phone", "12"));

        book(wish).then().statusCode(422).body("errors.pointer", hasItem("/contact/phone"));
    }

    @Test
    void contactBesideAGrantIsRefused() {
        var practice = Practice.with(1);
        var wish = practice.wish(practice.aSlot());
        wish.put("contact", contact(stranger()));
        wish.put("bookingGrant", "x".repeat(43));

        book(wish).then().statusCode(422);
    }

    @Test
    void aTreatmentWithConditionsWantsALogin() {
        var practice = Practice.with(1, Map.of("minIntervalDays", 30));
        var wish = practice.wish(practice.aSlot());
        wish.put("contact", contact(stranger()));

        book(wish).then().statusCode(409).body("code", equalTo("login_required"));
    }

    @Test
    void nobodyFloodsAnAddressWithBookings() {
        var practice = Practice.with(1);
        var victim = stranger();
        int refused = 0;
        for (int i = 0; i < 7; i++) {
            var wish = practice.wish(practice.aSlot());
            wish.put("contact", contact(victim));
            int status = new Caller()
                    .call()
                    .body(wish)
                    .post("/v1/portals/glow/appointments")
                    .statusCode();
            assertThat(status).isIn(201, 429);
            refused += status == 429 ? 1 : 0;
        }

        assertThat(refused).isEqualTo(2);
    }

    private io.restassured.response.Response redeem(String token) {
        return caller.call().body(Map.of("token", token)).post("/v1/portals/glow/prefill");
    }

    private io.restassured.response.Response book(Map<String, Object> wish) {
        return caller.call().body(wish).post("/v1/portals/glow/appointments");
    }

    private static Map<String, String> contact(Person person) {
        return Map.of("name", person.name(), "email", person.email(), "phone", person.phone());
    }

    private static Person stranger() {
        String part = UUID.randomUUID().toString().substring(0, 8);
        int digits = Math.floorMod(part.hashCode(), 100_000);
        return new Person(UUID.randomUUID(), "Some Body", part + "@example.org", "+4474002%05d".formatted(digits));
    }
}
