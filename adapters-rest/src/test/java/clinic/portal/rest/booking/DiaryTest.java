package clinic.portal.rest.booking;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.core.fixtures.Fixtures;
import clinic.portal.rest.stage.PortalTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the staff do with clients' appointments, and the calendars they subscribe to. */
@QuarkusTest
class DiaryTest extends PortalTest {
    private static final String APPOINTMENTS = "/v1/admin/appointments/";
    private static final String SOON = APPOINTMENTS + Fixtures.uuid(1005);
    private static final String API = "https://api.clinic.example";

    private String rita;

    @BeforeEach
    void logIn() {
        rita = ritaLogsIn().access();
    }

    @Test
    void theStaffNeedNoNotice() {
        var answer = post(SOON + "/cancel", Map.of("reason", "The laser is being repaired."));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.jsonPath().getString("client.name")).isEqualTo("Ada Client");
        assertThat(answer.jsonPath().getString("status")).isEqualTo("cancelled");
        assertThat(answer.jsonPath().getString("cancelledBy")).isEqualTo("staff");
        assertThat(answer.jsonPath().getString("cancellationReason")).isEqualTo("The laser is being repaired.");
        isRefused(409, "appointment_locked", bearer(rita).noContentType().post(SOON + "/cancel"));
    }

    @Test
    void theStaffMoveToAnyFreeTimeToCome() {
        var moved = post(SOON + "/reschedule", Map.of("startsAt", "2026-06-20T21:07:00+01:00"));

        assertThat(moved.statusCode()).isEqualTo(200);
        assertThat(moved.jsonPath().getString("startsAt")).isEqualTo("2026-06-20T21:07:00+01:00");
        assertThat(moved.jsonPath().getMap("")).doesNotContainKeys("cancelledBy", "room");
        isRefused(409, "slot_taken", post(SOON + "/reschedule", Map.of("startsAt", "2026-06-18T12:30:00+01:00")));
        isRefused(409, "slot_not_offered", post(SOON + "/reschedule", Map.of("startsAt", "2026-06-15T12:30:00+01:00")));
    }

    @Test
    void aChangeIsMadeOnce() {
        var move = Map.of("startsAt", "2026-06-20T21:07:00+01:00");
        var first = bearer(rita)
                .header("Idempotency-Key", "staff-key-1")
                .contentType("application/json")
                .body(move)
                .post(SOON + "/reschedule");
        var second = bearer(rita)
                .header("Idempotency-Key", "staff-key-1")
                .contentType("application/json")
                .body(move)
                .post(SOON + "/reschedule");

        assertThat(first.jsonPath().getInt("version")).isEqualTo(2);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
    }

    @Test
    void anotherClinicsAppointmentIsNotThere() {
        String cleos = APPOINTMENTS + Fixtures.uuid(1101);

        isRefused(404, "not_found", bearer(rita).noContentType().post(cleos + "/cancel"));
        isRefused(404, "not_found", post(cleos + "/reschedule", Map.of("startsAt", "2026-06-20T21:07:00+01:00")));
    }

    @Test
    void aCalendarHasASecretAddressMadeOfConfigurationAlone() {
        var url = subscribe("evil.example");

        assertThat(url.toString()).startsWith(API + "/v1/calendar-feeds/");
        var answer = given().get(url.getPath());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualToIgnoringCase("text/calendar;charset=utf-8");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("Content-Disposition")).isNull();
        assertThat(answer.asString()).contains("Facial (A. C.)").doesNotContain("Ada", "example.com");
    }

    @Test
    void aNewAddressVoidsTheOldAndNoneIsLeftAfterwards() {
        var first = subscribe("localhost");
        var second = subscribe("localhost");

        assertThat(given().get(first.getPath()).statusCode()).isEqualTo(404);
        assertThat(given().get(second.getPath()).statusCode()).isEqualTo(200);
        bearer(olgaLogsIn2()).delete(feedOf()).then().statusCode(204);
        assertThat(given().get(second.getPath()).statusCode()).isEqualTo(404);
    }

    @Test
    void anAddressThatIsNoneIsNotThere() {
        String good = subscribe("localhost").getPath();
        String feed = good.substring(good.lastIndexOf('/') + 1);

        for (String bad : List.of(
                "A".repeat(65) + ".ics",
                feed.replace(".ics", ""),
                feed.replace(".ics", ".ICS"),
                "x" + feed,
                feed.substring(0, 22) + "A".repeat(43) + ".ics",
                "A".repeat(22) + feed.substring(22),
                "x.ics")) {
            isRefused(404, "not_found", given().get("/v1/calendar-feeds/" + bad));
        }
    }

    @Test
    void onlyWhoRunsTheClinicGivesAnAddress() {
        isRefused(403, "role_not_allowed", bearer(rita).noContentType().post(feedOf()));
        isRefused(403, "role_not_allowed", bearer(rita).delete(feedOf()));
    }

    @Test
    void anAddressIsAskedForAsOftenAsTheContractSays() {
        String path = subscribe("localhost").getPath();

        var first = given().get(path);

        assertThat(first.header("RateLimit-Policy")).isEqualTo("\"address\";q=120;w=300");
        assertThat(first.header("RateLimit")).isEqualTo("\"address\";r=119");
        for (int i = 1; i < 120; i++) {
            assertThat(given().get(path).statusCode()).isEqualTo(200);
        }
        isRefused(429, "too_many_requests", given().get(path));
    }

    private URI subscribe(String host) {
        return URI.create(bearer(olgaLogsIn2())
                .noContentType()
                .header("Host", host)
                .header("X-Forwarded-Host", host)
                .post(feedOf())
                .then()
                .statusCode(201)
                .extract()
                .path("url"));
    }

    private String feedOf() {
        return "/v1/admin/practitioners/" + world.iris.id().value() + "/calendar-feed";
    }

    /** Links are given out rarely. */
    private String olgaLogsIn2() {
        world.clock.elapse(Duration.ofMinutes(2));
        return olgaLogsIn().access();
    }

    private Response post(String path, Map<String, ?> body) {
        return bearer(rita).contentType("application/json").body(body).post(path);
    }

    private static void isRefused(int status, String code, Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.jsonPath().getString("code")).isEqualTo(code);
    }
}
