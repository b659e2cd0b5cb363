package clinic.portal.app.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import clinic.portal.app.world.Caller;
import clinic.portal.app.world.Caller.Tokens;
import clinic.portal.app.world.Clinics;
import clinic.portal.app.world.PortalTest;
import clinic.portal.app.world.Practice;
import io.quarkus.test.junit.QuarkusTest;
import java.time.OffsetDateTime;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the staff do to the diary, and what that does to appointments. */
@QuarkusTest
class StaffDiaryTest extends PortalTest {
    private final Caller caller = new Caller();
    private Tokens client;
    private Practice practice;
    private String slot;
    private String appointment;

    @BeforeEach
    void book() {
        client = caller.logIn("glow", Clinics.newClient("glow"));
        practice = Practice.with(1);
        slot = practice.aSlot();
        appointment = caller.call(client.access())
                .body(practice.wish(slot))
                .post("/v1/me/appointments")
                .path("id");
    }

    @Test
    void shorterHoursNameTheAppointmentsTheyLeaveOutsideAndKeepThem() {
        practice.setHours(practice.practitioner(), "19:00", "20:00")
                .then()
                .statusCode(200)
                .body("outside.id", hasItem(appointment));

        caller.call(client.access())
                .get("/v1/me/appointments/{id}", appointment)
                .then()
                .statusCode(200)
                .body("status", equalTo("booked"));
    }

    @Test
    void timeOffNamesTheAppointmentsWithinItAndTakesTheRest() {
        var start = OffsetDateTime.parse(slot);
        String timeOff = practice.staff()
                .body(Map.of(
                        "startsAt",
                        start.minusHours(1).toString(),
                        "endsAt",
                        start.plusHours(3).toString(),
                        "reason",
                        "Ill"))
                .post("/v1/admin/practitioners/{id}/time-off", practice.practitioner())
                .then()
                .statusCode(201)
                .body("outside.id", hasItem(appointment))
                .body("outside", hasSize(1))
                .extract()
                .path("id");
        caller.call(client.access())
                .post("/v1/me/appointments/{id}/cancel", appointment)
                .then()
                .statusCode(200);

        assertThat(practice.slots(caller.call(), 5)).doesNotContain(slot);
        practice.staff()
                .delete("/v1/admin/practitioners/{id}/time-off/{off}", practice.practitioner(), timeOff)
                .then()
                .statusCode(204);
        assertThat(practice.slots(caller.call(), 5)).contains(slot);
    }

    @Test
    void theStaffCancelWithoutNotice() {
        practice.staff()
                .body(Map.of("reason", "Practitioner ill"))
                .post("/v1/admin/appointments/{id}/cancel", appointment)
                .then()
                .statusCode(200)
                .body("status", equalTo("cancelled"))
                .body("cancelledBy", equalTo("staff"));

        assertThat(practice.slots(caller.call(), 5)).contains(slot);
    }

    @Test
    void theStaffMoveToATimeThatIsNotOfferedButNotToOneThatIsTaken() {
        String odd = OffsetDateTime.parse(slot).plusHours(2).plusMinutes(7).toString();
        practice.staff()
                .body(Map.of("startsAt", odd))
                .post("/v1/admin/appointments/{id}/reschedule", appointment)
                .then()
                .statusCode(200)
                .body("version", equalTo(1));
        String second = caller.call(client.access())
                .body(practice.wish(slot))
                .post("/v1/me/appointments")
                .path("id");

        practice.staff()
                .body(Map.of("startsAt", odd))
                .post("/v1/admin/appointments/{id}/reschedule", second)
                .then()
                .statusCode(409)
                .body("code", equalTo("slot_taken"));
    }

    @Test
    void whoHasReadAnOldVersionDoesNotOverwriteTheNew() {
        String path = "/v1/admin/treatments/" + practice.treatment();
        var plan = practice.plan();

        practice.staff().body(plan).put(path).then().statusCode(428).body("code", equalTo("if_match_required"));
        String tag = practice.staff().get(path).header("ETag");
        practice.staff()
                .header("If-Match", tag)
                .body(plan)
                .put(path)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"");
        practice.staff()
                .header("If-Match", tag)
                .body(plan)
                .put(path)
                .then()
                .statusCode(412)
                .body("code", equalTo("outdated"));
    }

    @Test
    void whatIsReferredToIsArchivedAndNoLongerOffered() {
        practice.staff()
                .delete("/v1/admin/treatments/{id}", practice.treatment())
                .then()
                .statusCode(200)
                .body("outcome", equalTo("archived"));

        practice.availability(caller.call(), 3).then().statusCode(404);
        caller.call(client.access())
                .get("/v1/me/appointments/{id}", appointment)
                .then()
                .statusCode(200);
    }

    @Test
    void aReceptionistCancelsButDoesNotChangeTheHours() {
        var receptionist = caller.logInAsStaff("glow", Clinics.newMember("glow", "receptionist"));

        caller.call(receptionist.access())
                .body(Map.of("name", "Nobody"))
                .post("/v1/admin/practitioners")
                .then()
                .statusCode(403)
                .body("code", equalTo("role_not_allowed"));
        caller.call(receptionist.access())
                .body(Map.of())
                .post("/v1/admin/appointments/{id}/cancel", appointment)
                .then()
                .statusCode(200);
    }

    @Test
    void aPractitionersCalendarCanBeSubscribedToUntilItsAddressIsVoided() {
        String url = practice.staff()
                .post("/v1/admin/practitioners/{id}/calendar-feed", practice.practitioner())
                .then()
                .statusCode(201)
                .extract()
                .path("url");
        String path = url.substring(url.indexOf("/v1/"));

        String calendar =
                caller.call().get(path).then().statusCode(200).extract().asString();
        assertThat(calendar).contains("UID:" + appointment + "@client-portal").doesNotContain("Test Person");
        practice.staff()
                .delete("/v1/admin/practitioners/{id}/calendar-feed", practice.practitioner())
                .then()
                .statusCode(204);
        caller.call().get(path).then().statusCode(404);
    }
}
