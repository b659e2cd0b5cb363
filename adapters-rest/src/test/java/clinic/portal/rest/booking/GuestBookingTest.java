package clinic.portal.rest.booking;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Booking without a session: by hand, with a grant, and with a hold. */
@QuarkusTest
class GuestBookingTest extends BookingSteps {
    @Test
    void aGuestBooksByHandAndNothingTellsWhetherTheyWereKnown() {
        var stranger = guestBooks(Map.of());
        var known = guestBooks(Map.of(
                "contact",
                Map.of(
                        "name", "Somebody",
                        "email", "ADA@example.com",
                        "phone", world.ada.phone().value())));

        assertThat(stranger.statusCode()).isEqualTo(201);
        assertThat(known.statusCode()).isEqualTo(201);
        assertThat(known.jsonPath().getMap("").keySet())
                .isEqualTo(stranger.jsonPath().getMap("").keySet());
        assertThat(bearer(adaLogsIn().access()).get(MINE).jsonPath().getList("items.id"))
                .contains(known.jsonPath().getString("id"))
                .doesNotContain(stranger.jsonPath().getString("id"));
    }

    @Test
    void whatAGuestTypesIsCheckedAllAtOnce() {
        var answer = guestBooks(Map.of("contact", Map.of("name", "Gus", "email", "gus@nowhere", "phone", "0000000")));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.jsonPath().getList("errors.pointer"))
                .containsExactlyInAnyOrder("/contact/email", "/contact/phone");
    }

    @Test
    void aGuestIsToldToGiveAGrantOrAContact() {
        var nothing = new HashMap<String, Object>(wish(Map.of()));
        var both = new HashMap<String, Object>(nothing);
        both.putAll(Map.of("contact", GUEST, "bookingGrant", "abc"));

        assertThat(post(given(), ANYBODYS, nothing).jsonPath().getString("errors[0].detail"))
                .isEqualTo("Give a booking grant, or a contact.");
        assertThat(post(given(), ANYBODYS, both).jsonPath().getList("errors.pointer"))
                .containsExactly("/contact");
    }

    @Test
    void bookingsInSomebodysNameAreCounted() {
        for (int i = 0; i < 5; i++) {
            assertThat(guestBooks(Map.of("startsAt", "2026-06-1%dT10:07:00Z".formatted(i + 1)))
                            .statusCode())
                    .isEqualTo(409);
        }

        isRefused(429, "too_many_requests", guestBooks(Map.of()));
        world.clock.elapse(Duration.ofHours(1));
        assertThat(guestBooks(Map.of()).statusCode()).isEqualTo(201);
    }

    @Test
    void aClientsDetailsAreFilledInAndABookingMadeWithThem() {
        String ada = adaLogsIn().access();
        var token = bearer(ada).post("/v1/me/prefill-tokens").jsonPath();
        assertThat(token.getString("bookingUrl"))
                .isEqualTo("https://portal.example/glow/book#t=" + token.getString("token"));
        var redeem = Map.<String, Object>of("token", token.getString("token"));
        var filled = post(given(), "/v1/portals/glow/prefill", redeem);
        assertThat(filled.jsonPath().getMap("client"))
                .isEqualTo(Map.of(
                        "name", "Ada Client",
                        "email", "ada@example.com",
                        "phone", world.ada.phone().value()));
        isRefused(410, "prefill_used", post(given(), "/v1/portals/glow/prefill", redeem));
        isRefused(401, "prefill_invalid", post(given(), "/v1/portals/glow/prefill", Map.of("token", "x".repeat(43))));

        var grant = Map.<String, Object>of("bookingGrant", filled.jsonPath().getString("bookingGrant"));
        var booked = post(given(), ANYBODYS, wish(grant));

        assertThat(booked.statusCode()).isEqualTo(201);
        assertThat(bearer(ada).get(MINE).jsonPath().getList("items.id"))
                .contains(booked.jsonPath().getString("id"));
        isRefused(410, "grant_used", post(given(), ANYBODYS, wish(grant)));
        isRefused(401, "grant_invalid", post(given(), ANYBODYS, wish(Map.of("bookingGrant", "x".repeat(43)))));
    }

    @Test
    void whoeverHoldsATimeCanBookItAndNobodyElse() {
        var withIris = Map.<String, Object>of(
                "startsAt", WEDNESDAY_TEN, "practitionerId", world.iris.id().value());
        var held = post(given(), "/v1/portals/glow/holds", wish(withIris));
        assertThat(held.statusCode()).isEqualTo(201);
        assertThat(held.jsonPath().getString("expiresAt")).isEqualTo("2026-06-16T12:05:00+01:00");
        assertThat(held.jsonPath().getString("practitioner.name")).isEqualTo("Dr Iris Lane");
        isRefused(409, "slot_taken", guestBooks(withIris));

        var mine = new HashMap<>(withIris);
        mine.put("holdId", held.jsonPath().getString("id"));
        assertThat(guestBooks(mine).statusCode()).isEqualTo(201);
    }

    @Test
    void aHoldIsGivenBackByWhoeverKnowsIt() {
        var withIris = Map.<String, Object>of(
                "startsAt", WEDNESDAY_TEN, "practitionerId", world.iris.id().value());
        var held = post(given(), "/v1/portals/glow/holds", wish(withIris));

        for (int i = 0; i < 2; i++) {
            given().delete("/v1/portals/glow/holds/" + held.jsonPath().getString("id"))
                    .then()
                    .statusCode(204);
        }

        assertThat(guestBooks(withIris).statusCode()).isEqualTo(201);
    }
}
