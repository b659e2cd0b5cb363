package clinic.portal.app.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import clinic.portal.app.world.Caller;
import clinic.portal.app.world.Caller.Tokens;
import clinic.portal.app.world.Clinics;
import clinic.portal.app.world.Clinics.Person;
import clinic.portal.app.world.PortalTest;
import clinic.portal.app.world.Practice;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The staff's calendar, over HTTP: they book, overbook, and note what became of appointments. */
@QuarkusTest
class StaffCalendarTest extends PortalTest {
    private static final String APPOINTMENTS = "/v1/admin/appointments";

    private final Caller caller = new Caller();
    private final Person person = Clinics.newClient(Practice.SLUG);

    @Test
    void whatTheStaffBookTheClientSeesAndTheCalendarShows() {
        var practice = Practice.with(1);
        String slot = practice.aSlot();
        var client = client();

        String id = book(practice, slot, Map.of("notes", "By phone"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        client.get("/v1/me/appointments/{id}", id).then().statusCode(200).body("notes", equalTo("By phone"));
        String day = OffsetDateTime.parse(slot).toLocalDate().toString();
        practice.staff()
                .queryParam("from", day)
                .queryParam("to", day)
                .queryParam("practitionerId", practice.practitioner())
                .queryParam("status", "booked", "arrived")
                .get(APPOINTMENTS)
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id))
                .body("items", hasSize(1));
        practice.staff().get(APPOINTMENTS + "/{id}", id).then().statusCode(200).header("ETag", "\"0\"");
        assertThat(Caller.mailTo(person.email(), 2)).contains("Test facial");
    }

    @Test
    void whoIsOverbookedHasTheirTimeAsSoonAsItIsGivenBack() {
        var practice = Practice.with(1);
        String slot = practice.aSlot();
        String first = book(practice, slot, Map.of("notifyClient", false)).path("id");
        book(practice, slot, Map.of()).then().statusCode(409).body("code", equalTo("slot_taken"));

        String second = book(practice, slot, Map.of("overbook", Map.of("reason", "In pain")))
                .then()
                .statusCode(201)
                .body("overbooked", equalTo(true))
                .body("overbookReason", equalTo("In pain"))
                .extract()
                .path("id");

        practice.staff().post(APPOINTMENTS + "/{id}/cancel", first).then().statusCode(200);
        assertThat(practice.slots(caller.call(), 5)).doesNotContain(slot);
        practice.staff().post(APPOINTMENTS + "/{id}/cancel", second).then().statusCode(200);
        assertThat(practice.slots(caller.call(), 5)).contains(slot);
    }

    @Test
    void aPatchTestThatIsCompletedOpensTheLaser() {
        var patch = Practice.with(1);
        var laser = Practice.with(1, Map.of("onlyAfterTreatmentId", patch.treatment()));
        String slot = laser.aSlot();
        Tokens tokens = caller.logIn(Practice.SLUG, person);
        String justNow = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                OffsetDateTime.now().minusSeconds(1));
        String id =
                book(patch, justNow, Map.of()).then().statusCode(201).extract().path("id");
        caller.call(tokens.access())
                .body(laser.wish(slot))
                .post("/v1/me/appointments")
                .then()
                .statusCode(409)
                .body("code", equalTo("treatment_required"));

        patch.staff()
                .post(APPOINTMENTS + "/{id}/arrive", id)
                .then()
                .statusCode(200)
                .body("status", equalTo("arrived"));
        patch.staff()
                .header("Idempotency-Key", "complete-" + id)
                .post(APPOINTMENTS + "/{id}/complete", id)
                .then()
                .statusCode(200)
                .body("status", equalTo("completed"));

        caller.call(tokens.access())
                .body(laser.wish(slot))
                .post("/v1/me/appointments")
                .then()
                .statusCode(201);
        patch.staff()
                .post(APPOINTMENTS + "/{id}/no-show", id)
                .then()
                .statusCode(409)
                .body("lockedReason", equalTo("done"));
    }

    private Response book(Practice practice, String startsAt, Map<String, Object> more) {
        var wish = new HashMap<String, Object>(practice.wish(startsAt));
        wish.put("clientId", person.id().toString());
        wish.put("practitionerId", practice.practitioner());
        wish.putAll(more);
        return practice.staff().body(wish).post(APPOINTMENTS);
    }

    private RequestSpecification client() {
        return caller.call(caller.logIn(Practice.SLUG, person).access());
    }
}
