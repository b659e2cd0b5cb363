package clinic.portal.rest.booking;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.core.fixtures.Fixtures;
import clinic.portal.rest.stage.PortalTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Booking in its three ways, and changing what is booked. */
@QuarkusTest
class BookingTest extends PortalTest {
    private static final String MINE = "/v1/me/appointments";
    private static final String ANYBODYS = "/v1/portals/glow/appointments";
    private static final String WEDNESDAY_TEN = "2026-06-17T10:00:00+01:00";
    private static final Map<String, String> GUEST =
            Map.of("name", "Gus Guest", "email", "gus@example.com", "phone", "07700 900555");

    @Test
    void whatAClientBooksIsTheirsAtOnce() {
        String ada = adaLogsIn().access();

        var booked = book(ada, Map.of("startsAt", WEDNESDAY_TEN, "notes", "First visit."));

        assertThat(booked.statusCode()).isEqualTo(201);
        var json = booked.jsonPath();
        assertThat(json.getString("startsAt")).isEqualTo(WEDNESDAY_TEN);
        assertThat(json.getString("endsAt")).isEqualTo("2026-06-17T11:00:00+01:00");
        assertThat(json.getString("notes")).isEqualTo("First visit.");
        assertThat(json.getString("treatment.name")).isEqualTo("Facial");
        assertThat(json.getInt("price.amount")).isEqualTo(8000);
        assertThat(json.getBoolean("cancellable")).isFalse();
        assertThat(bearer(ada).get(MINE).jsonPath().getList("items.id")).contains(json.getString("id"));
    }

    @Test
    void aTimeCanBeGivenWithAnyOffset() {
        var booked = book(adaLogsIn().access(), Map.of("startsAt", "2026-06-17T14:30:00+05:30"));

        assertThat(booked.jsonPath().getString("startsAt")).isEqualTo(WEDNESDAY_TEN);
    }

    @Test
    void whatSomebodyElseHasIsTaken() {
        var withIris = Map.of(
                "startsAt", WEDNESDAY_TEN, "practitionerId", world.iris.id().value());
        assertThat(book(adaLogsIn().access(), withIris).statusCode()).isEqualTo(201);

        isRefused(409, "slot_taken", guestBooks(withIris));
        isRefused(409, "slot_not_offered", guestBooks(Map.of("startsAt", "2026-06-17T10:07:00+01:00")));
        isRefused(409, "slot_not_offered", guestBooks(Map.of("startsAt", "2026-06-17T10:00:00.5+01:00")));
        isRefused(409, "slot_not_offered", guestBooks(Map.of("startsAt", "2200-12-31T23:59:59Z")));
        isRefused(409, "slot_not_offered", guestBooks(Map.of("startsAt", "2000-01-01T00:00:00Z")));
    }

    @Test
    void whatIsNotThereCannotBeBooked() {
        isRefused(404, "not_found", guestBooks(Map.of("treatmentId", Fixtures.uuid(1))));
        isRefused(
                404,
                "not_found",
                guestBooks(Map.of("treatmentId", world.wrap.id().value())));
        world.clinics.put(Fixtures.takingNoBookings(world.glow));
        isRefused(409, "booking_off", guestBooks(Map.of()));
    }

    @Test
    void conditionsAreAMatterBetweenClientAndClinic() {
        var peel = Map.of("treatmentId", world.peel.id().value(), "startsAt", WEDNESDAY_TEN);

        isRefused(409, "login_required", guestBooks(peel));
        assertThat(book(adaLogsIn().access(), peel).statusCode()).isEqualTo(201);
        var again = new HashMap<String, Object>(peel);
        again.put("startsAt", "2026-06-19T10:00:00+01:00");
        var tooSoon = book(adaLogsIn2(), again);
        isRefused(409, "too_soon", tooSoon);
        assertThat(tooSoon.jsonPath().getString("earliestOn")).isEqualTo("2026-07-15");
    }

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
        var again = world.clock;
        again.elapse(Duration.ofHours(1));
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

    @Test
    void whatIsCancelledIsFreeAgain() {
        String ada = adaLogsIn().access();
        String mine = MINE + "/" + Fixtures.uuid(1004);

        var cancelled = bearer(ada).noContentType().post(mine + "/cancel");

        assertThat(cancelled.statusCode()).isEqualTo(200);
        assertThat(cancelled.jsonPath().getString("status")).isEqualTo("cancelled");
        assertThat(cancelled.jsonPath().getString("lockedReason")).isEqualTo("cancelled");
        assertThat(cancelled.jsonPath().getString("treatment.name")).isEqualTo("Facial");
        isRefused(409, "appointment_locked", bearer(ada).noContentType().post(mine + "/cancel"));
        assertThat(guestBooks(Map.of(
                                "startsAt",
                                "2026-06-25T12:00:00+01:00",
                                "practitionerId",
                                world.iris.id().value()))
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void whoComesTooLateIsToldUntilWhen() {
        var answer = post(
                bearer(adaLogsIn().access()),
                MINE + "/" + Fixtures.uuid(1005) + "/cancel",
                Map.of("reason", "I caught a cold."));

        isRefused(409, "appointment_locked", answer);
        assertThat(answer.jsonPath().getString("lockedReason")).isEqualTo("too_late");
        assertThat(answer.jsonPath().getString("changeableUntil")).isEqualTo("2026-06-15T15:00:00+01:00");
    }

    @Test
    void anAppointmentIsMovedInItsPlace() {
        String ada = adaLogsIn().access();
        String mine = MINE + "/" + Fixtures.uuid(1004);

        var moved = post(bearer(ada), mine + "/reschedule", Map.of("startsAt", "2026-06-26T09:15:00+01:00"));

        assertThat(moved.statusCode()).isEqualTo(200);
        assertThat(moved.jsonPath().getString("id"))
                .isEqualTo(Fixtures.uuid(1004).toString());
        assertThat(moved.jsonPath().getInt("version")).isEqualTo(2);
        assertThat(bearer(ada).get(mine).asString()).isEqualTo(moved.asString());
    }

    @Test
    void anotherClientsAppointmentIsNotThere() {
        String ada = adaLogsIn().access();
        String cleos = MINE + "/" + Fixtures.uuid(1101);

        isRefused(404, "not_found", bearer(ada).noContentType().post(cleos + "/cancel"));
        isRefused(404, "not_found", post(bearer(ada), cleos + "/reschedule", Map.of("startsAt", WEDNESDAY_TEN)));
        isRefused(404, "not_found", bearer(ada).get(cleos + "/calendar.ics"));
    }

    @Test
    void anAppointmentIsSavedAsACalendarFile() {
        String ada = adaLogsIn().access();
        String file = MINE + "/" + Fixtures.uuid(1004) + "/calendar.ics";

        for (String accept : List.of("*/*", "text/calendar", "text/*", "text/calendar, text/html;q=0.5")) {
            var answer = bearer(ada).header("Accept", accept).get(file);
            assertThat(answer.statusCode()).as(accept).isEqualTo(200);
            assertThat(answer.header("Content-Type")).isEqualToIgnoringCase("text/calendar;charset=utf-8");
            assertThat(answer.header("Content-Disposition")).isEqualTo("attachment; filename=\"appointment.ics\"");
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
            assertThat(answer.asString()).contains("Facial, Clinic glow", "2026-06-25T11:00:00Z");
        }
        isRefused(
                406,
                "not_acceptable",
                bearer(ada).header("Accept", "application/json").get(file));
    }

    @Test
    void aTimeThatNoCalendarHasIsInvalidAndNoAccident() {
        for (String time : List.of(
                "9999-12-31T23:59:59Z",
                "-0001-01-01T00:00:00Z",
                "0000-01-01T00:00:00Z",
                "1999-12-31T23:59:59Z",
                "2201-01-01T00:00:00Z",
                "+12026-06-17T10:00:00Z",
                "2026-06-17T10:00:00+23:59",
                "2026-06-17T23:59:60Z",
                "2026-06-31T10:00:00Z",
                "2026-06-17T10:00:00",
                "2026-06-17")) {
            var answer = guestBooks(Map.of("startsAt", time));
            assertThat(answer.statusCode()).as(time).isEqualTo(422);
            assertThat(answer.jsonPath().getList("errors.pointer")).as(time).containsExactly("/startsAt");
            world.clock.elapse(Duration.ofMinutes(10));
        }
    }

    private String adaLogsIn2() {
        world.clock.elapse(Duration.ofMinutes(2));
        return adaLogsIn().access();
    }

    private Response book(String token, Map<String, ?> more) {
        return post(bearer(token), MINE, wish(more));
    }

    private Response guestBooks(Map<String, ?> more) {
        var wish = wish(more);
        wish.putIfAbsent("contact", GUEST);
        return post(given(), ANYBODYS, wish);
    }

    /** A facial on Wednesday at ten, unless something else is said. */
    private Map<String, Object> wish(Map<String, ?> more) {
        var wish = new HashMap<String, Object>(
                Map.of("treatmentId", world.facial.id().value(), "startsAt", WEDNESDAY_TEN));
        wish.putAll(more);
        return wish;
    }

    private static Response post(RequestSpecification as, String path, Map<String, ?> body) {
        return as.contentType("application/json").body(body).post(path);
    }

    private static void isRefused(int status, String code, Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.jsonPath().getString("code")).isEqualTo(code);
    }
}
