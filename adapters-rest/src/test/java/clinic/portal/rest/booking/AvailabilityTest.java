package clinic.portal.rest.booking;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.core.fixtures.Fixtures;
import clinic.portal.rest.stage.PortalTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Free times, for strangers and for clients. */
@QuarkusTest
class AvailabilityTest extends PortalTest {
    @Test
    void onlyDaysWithAFreeTimeAreTold() {
        // Friday to Monday.
        var answer = find(given(), "from=2026-06-19&to=2026-06-22");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.jsonPath().getString("timeZone")).isEqualTo("Europe/London");
        assertThat(answer.jsonPath().getList("days.date")).containsExactly("2026-06-19", "2026-06-22");
        assertThat(answer.jsonPath().getString("days[0].slots[0].startsAt")).isEqualTo("2026-06-19T09:00:00+01:00");
        assertThat(answer.jsonPath().getList("days[0].slots[0].practitionerIds"))
                .containsExactlyInAnyOrder(
                        world.iris.id().value().toString(),
                        world.noor.id().value().toString());
        assertThat(answer.jsonPath().getMap("")).doesNotContainKey("nextAvailable");
    }

    @Test
    void whereThereIsNoneTheNextIsTold() {
        var answer = find(given(), "from=2026-06-20&to=2026-06-21");

        assertThat(answer.jsonPath().getList("days")).isEmpty();
        assertThat(answer.jsonPath().getString("nextAvailable")).isEqualTo("2026-06-22T09:00:00+01:00");
    }

    @Test
    void oneCanAskForOnePractitioner() {
        var answer = find(
                given(),
                "from=2026-06-17&to=2026-06-17&practitionerId="
                        + world.noor.id().value());

        assertThat(answer.jsonPath().<List<String>>getList("days[0].slots.practitionerIds"))
                .allSatisfy(who ->
                        assertThat(who).containsExactly(world.noor.id().value().toString()));
    }

    @Test
    void aRangeThatIsNoneIsInvalid() {
        for (String range : List.of(
                "from=2026-06-20&to=2026-06-19",
                "from=2026-06-01&to=2026-07-02",
                "from=2026-06-20",
                "from=2026-06-20&to=tomorrow",
                "from=2026-06-20&to=9999-12-31",
                "from=2026-06-20&to=2026-02-30",
                "from=2026-06-20&to=-999999999-01-01")) {
            var answer = find(given(), range);
            assertThat(answer.statusCode()).as(range).isEqualTo(422);
            assertThat(answer.jsonPath().getList("errors.pointer")).as(range).containsExactly("?to");
        }
        assertThat(find(given(), "from=1999-12-31&to=2200-01-01").jsonPath().getList("errors.pointer"))
                .containsExactly("?from");
    }

    @Test
    void aHoldHidesNothingFromWhoeverHasIt() {
        String ten = "2026-06-17T10:00:00+01:00";
        String iris = world.iris.id().value().toString();
        String hold = given().contentType("application/json")
                .body(Map.of("treatmentId", world.facial.id().value(), "startsAt", ten, "practitionerId", iris))
                .post("/v1/portals/glow/holds")
                .jsonPath()
                .getString("id");
        String day = "from=2026-06-17&to=2026-06-17&practitionerId=" + iris;

        assertThat(starts(find(given(), day))).doesNotContain(ten);
        assertThat(starts(find(given(), day + "&holdId=" + hold))).contains(ten);
        assertThat(starts(find(given(), day + "&holdId=" + Fixtures.uuid(1)))).doesNotContain(ten);
    }

    @Test
    void aClientsOwnConditionsCountForThemAlone() {
        String june = "from=2026-06-17&to=2026-06-17";
        var peel = world.peel.id().value();
        String ben = benLogsIn().access();

        assertThat(starts(find(given(), peel, june))).isNotEmpty();
        assertThat(starts(find(bearer(adaLogsIn().access()), peel, june))).isNotEmpty();
        // He has not had what must come before it.
        assertThat(starts(find(bearer(ben), peel, june))).isEmpty();
        // And at another clinic he is a stranger.
        assertThat(bearer(ben)
                        .get("/v1/portals/calm/availability?treatmentId=%s&%s"
                                .formatted(world.wrap.id().value(), june))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void anAppointmentThatIsMovedDoesNotStandInItsOwnWay() {
        String ada = adaLogsIn().access();
        String day = "from=2026-06-25&to=2026-06-25&practitionerId="
                + world.iris.id().value();
        String own = day + "&appointmentId=" + Fixtures.uuid(1004);
        String noon = "2026-06-25T12:00:00+01:00";

        assertThat(starts(find(bearer(ada), day))).doesNotContain(noon);
        assertThat(starts(find(bearer(ada), own))).contains(noon);
        assertThat(find(given(), own).statusCode()).isEqualTo(401);
        assertThat(find(given(), own).jsonPath().getString("code")).isEqualTo("session_required");
        assertThat(find(bearer(benLogsIn().access()), own).statusCode()).isEqualTo(404);
        assertThat(bearer(ada)
                        .get("/v1/portals/calm/availability?treatmentId=%s&%s"
                                .formatted(
                                        world.wrap.id().value(),
                                        "from=2026-06-25&to=2026-06-25&appointmentId=" + Fixtures.uuid(1004)))
                        .statusCode())
                .as("at a clinic whose client she is not")
                .isEqualTo(401);
    }

    @Test
    void aClinicThatTakesNoBookingsOffersNothing() {
        world.clinics.put(Fixtures.takingNoBookings(world.glow));

        var answer = find(given(), "from=2026-06-17&to=2026-06-17");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.jsonPath().getList("days")).isEmpty();
    }

    private Response find(RequestSpecification as, String query) {
        return find(as, world.facial.id().value(), query);
    }

    private static Response find(RequestSpecification as, Object treatment, String query) {
        return as.get("/v1/portals/glow/availability?treatmentId=%s&%s".formatted(treatment, query));
    }

    private static List<String> starts(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.jsonPath().<List<String>>getList("days.slots.startsAt").stream()
                .flatMap(List::stream)
                .toList();
    }
}
