package clinic.portal.app.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import clinic.portal.app.world.Caller;
import clinic.portal.app.world.Caller.Tokens;
import clinic.portal.app.world.Clinics;
import clinic.portal.app.world.Clinics.Person;
import clinic.portal.app.world.PortalTest;
import clinic.portal.app.world.Practice;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Booking with a session: what is offered, held, booked, moved and cancelled, as a client's page does it. */
@QuarkusTest
class BookingTest extends PortalTest {
    private final Caller caller = new Caller();
    private Person client;
    private Tokens tokens;

    @BeforeEach
    void logIn() {
        client = Clinics.newClient("glow");
        tokens = caller.logIn("glow", client);
    }

    @Test
    void whatIsOfferedCanBeBookedAndIsInThePortalAtOnce() {
        var practice = Practice.with(1);
        String slot = practice.aSlot();

        String id = book(practice.wish(slot))
                .then()
                .statusCode(201)
                .body("startsAt", equalTo(slot))
                .body("timeZone", equalTo("Europe/London"))
                .body("status", equalTo("booked"))
                .body("practitioner.id", equalTo(practice.practitioner()))
                .body("cancellable", equalTo(true))
                .extract()
                .path("id");

        caller.call(tokens.access())
                .get("/v1/me/dashboard")
                .then()
                .statusCode(200)
                .body("nextAppointment.id", equalTo(id))
                .body("nextAppointment.treatment.name", equalTo("Test facial"));
        assertThat(practice.slots(caller.call(), 5)).doesNotContain(slot).isNotEmpty();
        assertThat(Caller.mailTo(client.email(), 2)).contains("Test facial").doesNotContain("{");
    }

    @Test
    void aTimeThatIsTakenIsRefusedAndOneThatIsNotOfferedIsToo() {
        var practice = Practice.with(1);
        String slot = practice.aSlot();
        book(practice.wish(slot)).then().statusCode(201);

        book(practice.wish(slot)).then().statusCode(409).body("code", equalTo("slot_taken"));
        caller.call(tokens.access())
                .body(practice.wish(
                        OffsetDateTime.parse(slot).plusHours(1).plusMinutes(7).toString()))
                .post("/v1/me/appointments")
                .then()
                .statusCode(409)
                .body("code", equalTo("slot_not_offered"));
    }

    @Test
    void aHoldHidesTheTimeFromEverybodyButItsOwner() {
        var practice = Practice.with(1);
        String slot = practice.aSlot();
        String hold = caller.call()
                .body(practice.wish(slot))
                .post("/v1/portals/glow/holds")
                .then()
                .statusCode(201)
                .body("startsAt", equalTo(slot))
                .extract()
                .path("id");

        assertThat(practice.slots(caller.call(), 5)).doesNotContain(slot);
        assertThat(practice.slots(caller.call().queryParam("holdId", hold), 5)).contains(slot);
        book(practice.wish(slot)).then().statusCode(409).body("code", equalTo("slot_taken"));
        var wish = practice.wish(slot);
        wish.put("holdId", hold);
        book(wish).then().statusCode(201);
        caller.call().delete("/v1/portals/glow/holds/{id}", hold).then().statusCode(204);
    }

    @Test
    void aHoldThatIsGivenBackFreesTheTime() {
        var practice = Practice.with(1);
        String slot = practice.aSlot();
        String hold = caller.call()
                .body(practice.wish(slot))
                .post("/v1/portals/glow/holds")
                .path("id");

        caller.call().delete("/v1/portals/glow/holds/{id}", hold).then().statusCode(204);

        book(practice.wish(slot)).then().statusCode(201);
    }

    @Test
    void cancellingSaysWhatWasCancelledAndFreesTheTime() {
        var practice = Practice.with(1);
        String slot = practice.aSlot();
        String id = book(practice.wish(slot)).path("id");

        caller.call(tokens.access())
                .body(Map.of("reason", "Away that day"))
                .post("/v1/me/appointments/{id}/cancel", id)
                .then()
                .statusCode(200)
                .body("status", equalTo("cancelled"))
                .body("treatment.name", equalTo("Test facial"))
                .body("startsAt", equalTo(slot))
                .body("cancellable", equalTo(false))
                .body("lockedReason", equalTo("cancelled"));

        assertThat(practice.slots(caller.call(), 5)).contains(slot);
        caller.call(tokens.access())
                .post("/v1/me/appointments/{id}/cancel", id)
                .then()
                .statusCode(409)
                .body("code", equalTo("appointment_locked"))
                .body("lockedReason", equalTo("cancelled"));
        String again = book(practice.wish(slot)).path("id");
        assertThat(again).isNotEqualTo(id);
    }

    @Test
    void aMoveKeepsTheAppointmentAndMayOverlapWhereItWas() {
        var practice = Practice.with(1);
        String slot = practice.aSlot();
        String id = book(practice.wish(slot)).path("id");
        String quarterLater = practice.slots(caller.call(tokens.access()).queryParam("appointmentId", id), 5).stream()
                .filter(start -> start.compareTo(slot) > 0)
                .findFirst()
                .orElseThrow();

        caller.call(tokens.access())
                .body(Map.of("startsAt", quarterLater))
                .post("/v1/me/appointments/{id}/reschedule", id)
                .then()
                .statusCode(200)
                .body("id", equalTo(id))
                .body("startsAt", equalTo(quarterLater))
                .body("version", equalTo(1));

        String file = caller.call(tokens.access())
                .get("/v1/me/appointments/{id}/calendar.ics", id)
                .then()
                .statusCode(200)
                .contentType(startsWith("text/calendar"))
                .extract()
                .asString();
        assertThat(file).contains("UID:" + id + "@client-portal", "SEQUENCE:1", "STATUS:CONFIRMED");
    }

    @Test
    void anybodyWhoIsFreeTakesTheAppointmentUntilNobodyIs() {
        var practice = Practice.with(2);
        String slot = practice.aSlot();

        String first = book(practice.wish(slot)).path("practitioner.id");
        String second = book(practice.wish(slot)).path("practitioner.id");

        assertThat(practice.practitioners()).containsExactlyInAnyOrder(first, second);
        book(practice.wish(slot)).then().statusCode(409).body("code", equalTo("slot_taken"));
    }

    @Test
    void aRoomIsTakenTooAndBuffersAreKept() {
        String kind = "laser " + UUID.randomUUID().toString().substring(0, 8);
        var practice = Practice.with(2, Map.of("roomKind", kind, "bufferBeforeMinutes", 15, "bufferAfterMinutes", 30));
        practice.staff()
                .body(Map.of("name", "The laser", "kind", kind))
                .post("/v1/admin/rooms")
                .then()
                .statusCode(201);
        String slot = practice.aSlot();
        book(practice.wish(slot)).then().statusCode(201);

        var free = practice.slots(caller.call(), 5);

        var start = OffsetDateTime.parse(slot);
        // One laser for two practitioners: 30 minutes, 30 to clean it, 15 to prepare it for the next.
        assertThat(free)
                .doesNotContain(slot)
                .allMatch(each -> Math.abs(Duration.between(start, OffsetDateTime.parse(each))
                                .toMinutes())
                        >= 75);
    }

    @Test
    void theSameKeyBooksOnceAndSaysTheSameAgain() {
        var practice = Practice.with(1);
        String slot = practice.aSlot();
        String key = UUID.randomUUID().toString();

        var first = caller.call(tokens.access())
                .header("Idempotency-Key", key)
                .body(practice.wish(slot))
                .post("/v1/me/appointments");
        var second = caller.call(tokens.access())
                .header("Idempotency-Key", key)
                .body(practice.wish(slot))
                .post("/v1/me/appointments");
        var other = caller.call(tokens.access())
                .header("Idempotency-Key", key)
                .body(practice.wish(practice.aSlot()))
                .post("/v1/me/appointments");

        first.then().statusCode(201).header("Idempotent-Replayed", (String) null);
        second.then().statusCode(201).header("Idempotent-Replayed", "true");
        assertThat(second.asString()).isEqualTo(first.asString());
        other.then().statusCode(422).body("code", equalTo("idempotency_key_reused"));
        caller.call(tokens.access()).get("/v1/me/appointments").then().body("items.size()", equalTo(1));
    }

    @Test
    void aRefusalIsNotKeptUnderTheKey() {
        var practice = Practice.with(1);
        String slot = practice.aSlot();
        String taken = book(practice.wish(slot)).path("id");
        String key = UUID.randomUUID().toString();
        caller.call(tokens.access())
                .header("Idempotency-Key", key)
                .body(practice.wish(slot))
                .post("/v1/me/appointments")
                .then()
                .statusCode(409)
                .body("code", equalTo("slot_taken"));
        caller.call(tokens.access())
                .post("/v1/me/appointments/{id}/cancel", taken)
                .then()
                .statusCode(200);

        caller.call(tokens.access())
                .header("Idempotency-Key", key)
                .body(practice.wish(slot))
                .post("/v1/me/appointments")
                .then()
                .statusCode(201);
    }

    @Test
    void whatTheClinicRequiresFirstIsRequired() {
        var practice = Practice.with(1);
        var plan = practice.plan();
        plan.put("name", "Second step");
        plan.put("onlyAfterTreatmentId", practice.treatment());
        String second = practice.staff().body(plan).post("/v1/admin/treatments").path("id");
        var wish = practice.wish(practice.aSlot());
        wish.put("treatmentId", second);

        book(wish).then().statusCode(409).body("code", equalTo("treatment_required"));
    }

    @Test
    void theNextOfItsKindMustBeFarEnoughAway() {
        var practice = Practice.with(1, Map.of("minIntervalDays", 14));
        String slot = practice.aSlot();
        book(practice.wish(slot)).then().statusCode(201);
        String next = practice.slots(caller.call(), 7).getLast();

        book(practice.wish(next))
                .then()
                .statusCode(409)
                .body("code", equalTo("too_soon"))
                .body(
                        "earliestOn",
                        equalTo(LocalDate.parse(slot.substring(0, 10))
                                .plusDays(14)
                                .toString()));
        practice.availability(caller.call(tokens.access()), 7)
                .then()
                .statusCode(200)
                .body("days.size()", equalTo(0))
                .body(
                        "nextAvailable",
                        startsWith(LocalDate.parse(slot.substring(0, 10))
                                .plusDays(14)
                                .toString()));
    }

    @Test
    void twoAtOnceWithTwoPractitionersDoNotEscapeTheInterval() throws Exception {
        var practice = Practice.with(2, Map.of("minIntervalDays", 14));
        var slots = practice.slots(caller.call(), 4);
        List<Callable<Integer>> calls = IntStream.range(0, 8)
                .<Callable<Integer>>mapToObj(i -> () -> {
                    var wish = practice.wish(slots.get(4 * i));
                    wish.put("practitionerId", practice.practitioners().get(i % 2));
                    return book(wish).statusCode();
                })
                .toList();

        List<Integer> answers;
        try (var callers = Executors.newFixedThreadPool(8)) {
            answers = callers.invokeAll(calls).stream().map(Future::resultNow).toList();
        }

        assertThat(answers).containsOnlyOnce(201).allMatch(status -> status == 201 || status == 409);
    }

    @Test
    void somebodyElsesAppointmentIsNotThere() {
        var practice = Practice.with(1);
        String id = caller.call(tokens.access())
                .body(practice.wish(practice.aSlot()))
                .post("/v1/me/appointments")
                .path("id");
        var other = caller.logIn("glow", Clinics.newClient("glow"));

        caller.call(other.access())
                .post("/v1/me/appointments/{id}/cancel", id)
                .then()
                .statusCode(404);
        caller.call(other.access())
                .body(Map.of("startsAt", practice.aSlot()))
                .post("/v1/me/appointments/{id}/reschedule", id)
                .then()
                .statusCode(404);
        practice.availability(caller.call(other.access()).queryParam("appointmentId", id), 3)
                .then()
                .statusCode(404);
        caller.call(other.access()).get("/v1/me/appointments").then().body("items.id", not(hasItem(id)));
    }

    private Response book(Map<String, Object> wish) {
        return caller.call(tokens.access()).body(wish).post("/v1/me/appointments");
    }
}
