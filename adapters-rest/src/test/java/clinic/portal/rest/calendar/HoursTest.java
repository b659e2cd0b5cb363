package clinic.portal.rest.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.core.fixtures.Fixtures;
import clinic.portal.rest.stage.PortalTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When practitioners work, and what a change of it leaves outside. */
@QuarkusTest
class HoursTest extends PortalTest {
    private static final String CLOSURES = "/v1/admin/closures";

    private String olga;
    private String hours;
    private String timeOff;

    @BeforeEach
    void logIn() {
        olga = olgaLogsIn().access();
        String iris = "/v1/admin/practitioners/" + world.iris.id().value();
        hours = iris + "/working-hours";
        timeOff = iris + "/time-off";
    }

    @Test
    void hoursAreReadByTheClinicsClocks() {
        var answer = bearer(olga).get(hours);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("ETag")).matches("\"[0-9]+\"");
        assertThat(answer.jsonPath().getString("timeZone")).isEqualTo("Europe/London");
        assertThat(answer.jsonPath().getList("weekly.weekday"))
                .containsExactly("monday", "tuesday", "wednesday", "thursday", "friday");
        assertThat(answer.jsonPath().getMap("weekly[0]"))
                .isEqualTo(Map.of("weekday", "monday", "from", "09:00", "to", "17:00", "breaks", List.of()));
    }

    @Test
    void hoursAreKeptInOrderAndTellWhatTheyLeaveOutside() {
        var answer = put("""
                {"weekly": [{"weekday": "sunday", "from": "18:00", "to": "24:00"},
                            {"weekday": "monday", "from": "13:00", "to": "17:30",
                             "breaks": [{"from": "15:00", "to": "15:15"}, {"from": "14:00", "to": "14:05"}]},
                            {"weekday": "monday", "from": "00:00", "to": "12:00"}],
                 "overrides": [{"date": "2026-12-25", "hours": []},
                               {"date": "2026-06-25", "hours": [{"from": "12:00", "to": "13:00"}]}]}""");

        assertThat(answer.statusCode()).isEqualTo(200);
        var json = answer.jsonPath();
        assertThat(json.getList("weekly.from")).containsExactly("00:00", "13:00", "18:00");
        assertThat(json.getList("weekly.to")).containsExactly("12:00", "17:30", "24:00");
        assertThat(json.getList("weekly[1].breaks.from")).containsExactly("14:00", "15:00");
        assertThat(json.getList("overrides.date")).containsExactly("2026-06-25", "2026-12-25");
        assertThat(json.getList("outside.startsAt"))
                .containsExactly("2026-06-16T15:00:00+01:00", "2026-06-18T12:00:00+01:00");
        assertThat(answer.header("ETag")).isEqualTo("\"%d\"".formatted(json.getInt("version")));
        assertThat(bearer(olga).get(hours).jsonPath().getList("weekly")).isEqualTo(json.getList("weekly"));
    }

    @Test
    void allThatIsWrongWithHoursIsNamedAtOnce() {
        var answer = put("""
                {"weekly": [{"weekday": "monday", "from": "17:00", "to": "09:00"},
                            {"weekday": "tuesday", "from": "09:00", "to": "09:00"},
                            {"weekday": "friday", "from": "09:00", "to": "12:00",
                             "breaks": [{"from": "08:59", "to": "09:30"}, {"from": "11:00", "to": "12:01"},
                                        {"from": "10:00", "to": "10:30"}, {"from": "10:29", "to": "10:40"},
                                        {"from": "10:50", "to": "10:50"}]},
                            {"weekday": "friday", "from": "11:59", "to": "13:00"}],
                 "overrides": [{"date": "2026-12-24", "hours": [{"from": "10:00", "to": "09:00"}]},
                               {"date": "2026-12-24", "hours": [{"from": "09:00", "to": "11:00"},
                                                                {"from": "10:00", "to": "12:00"}]}]}""");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.jsonPath().getList("errors", Map.class).stream()
                        .map(error -> error.get("pointer") + " " + error.get("code"))
                        .toList())
                .containsExactlyInAnyOrder(
                        "/weekly/0/to not_after_from",
                        "/weekly/1/to not_after_from",
                        "/weekly/2/breaks/0 outside_shift",
                        "/weekly/2/breaks/1 outside_shift",
                        "/weekly/2/breaks/3 overlaps",
                        "/weekly/2/breaks/4/to not_after_from",
                        "/weekly/3 overlaps",
                        "/overrides/0/hours/0/to not_after_from",
                        "/overrides/1/date repeated",
                        "/overrides/1/hours/1 overlaps");
    }

    @Test
    void spansThatTouchDoNotOverlap() {
        var answer = put("""
                {"weekly": [{"weekday": "monday", "from": "09:00", "to": "12:00"},
                            {"weekday": "monday", "from": "12:00", "to": "17:00",
                             "breaks": [{"from": "12:00", "to": "12:30"}, {"from": "12:30", "to": "13:00"}]},
                            {"weekday": "tuesday", "from": "09:00", "to": "12:00"}],
                 "overrides": []}""");

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void hoursThatSomebodyElseHasChangedAreNotOverwritten() {
        String nothing = "{\"weekly\": [], \"overrides\": []}";
        String read = bearer(olga).get(hours).header("ETag");
        assertThat(put(nothing, read).statusCode()).isEqualTo(200);

        assertThat(put(nothing, read).statusCode()).isEqualTo(412);
        assertThat(put(nothing, "*").statusCode()).isEqualTo(412);
        var without = bearer(olga).contentType("application/json").body(nothing).put(hours);
        assertThat(without.statusCode()).isEqualTo(428);
        assertThat(without.jsonPath().getString("code")).isEqualTo("if_match_required");
    }

    @Test
    void timeOffIsGivenListedAndTakenBack() {
        var added = post(timeOff, Map.of("startsAt", "2026-06-18T10:00:00Z", "endsAt", "2026-06-18T15:00:00+02:00"));
        assertThat(added.statusCode()).isEqualTo(201);
        assertThat(added.jsonPath().getString("startsAt")).isEqualTo("2026-06-18T11:00:00+01:00");
        assertThat(added.jsonPath().getString("endsAt")).isEqualTo("2026-06-18T14:00:00+01:00");
        assertThat(added.jsonPath().getString("timeZone")).isEqualTo("Europe/London");
        assertThat(added.jsonPath().getList("outside.id"))
                .containsExactly(Fixtures.uuid(1003).toString());

        var listed = bearer(olga).get(timeOff).jsonPath();
        assertThat(listed.getList("items.id")).containsExactly(added.jsonPath().getString("id"));
        String one = timeOff + "/" + listed.getString("items[0].id");
        bearer(olga).delete(one).then().statusCode(204);
        bearer(olga).delete(one).then().statusCode(404);
        assertThat(bearer(olga).get(timeOff).jsonPath().getList("items")).isEmpty();
    }

    @Test
    void timeOffEndsAfterItStartsAndIsStillToCome() {
        assertThat(errors(post(
                        timeOff, Map.of("startsAt", "2026-06-18T10:00:00Z", "endsAt", "2026-06-18T11:00:00+01:00"))))
                .containsExactly("/endsAt not_after_start");
        assertThat(errors(post(timeOff, Map.of("startsAt", "2026-06-16T10:00:00Z", "endsAt", "2026-06-16T11:00:00Z"))))
                .containsExactly("/endsAt in_the_past");
        assertThat(errors(post(timeOff, Map.of("startsAt", "2026-06-16T10:00:00Z", "endsAt", "2026-06-16T09:00:00Z"))))
                .containsExactly("/endsAt not_after_start", "/endsAt in_the_past");
        assertThat(errors(post(timeOff, Map.of("startsAt", "1999-06-16T10:00:00Z", "endsAt", "9999-06-16T09:00:00Z"))))
                .containsExactlyInAnyOrder("/startsAt invalid_format", "/endsAt invalid_format");
    }

    @Test
    void theClinicIsClosedAndOpenedAgain() {
        var added = post(CLOSURES, Map.of("from", "2026-06-18", "to", "2026-06-25", "reason", "Painters"));

        assertThat(added.statusCode()).isEqualTo(201);
        assertThat(added.jsonPath().getString("reason")).isEqualTo("Painters");
        assertThat(added.jsonPath().getList("outside.startsAt"))
                .containsExactly("2026-06-18T12:00:00+01:00", "2026-06-25T12:00:00+01:00");
        var listed = bearer(olga).get(CLOSURES).jsonPath();
        assertThat(listed.getList("items.from")).containsExactly("2026-06-18");
        String one = CLOSURES + "/" + added.jsonPath().getString("id");
        bearer(olga).delete(one).then().statusCode(204);
        bearer(olga).delete(one).then().statusCode(404);
    }

    @Test
    void aClosureEndsOnItsFirstDayAtTheEarliest() {
        assertThat(errors(post(CLOSURES, Map.of("from", "2026-06-18", "to", "2026-06-17"))))
                .containsExactly("/to before_from");
        assertThat(errors(post(CLOSURES, Map.of("from", "1999-01-01", "to", "9999-12-31"))))
                .containsExactlyInAnyOrder("/from invalid_format", "/to invalid_format");
        assertThat(post(CLOSURES, Map.of("from", "2026-06-18", "to", "2026-06-18"))
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void listsGoOnByTime() {
        for (int day = 1; day < 4; day++) {
            post(CLOSURES, Map.of("from", "2026-07-0" + day, "to", "2026-07-0" + day));
        }

        var first = bearer(olga).get(CLOSURES + "?limit=2").jsonPath();
        var second = bearer(olga)
                .get(CLOSURES + "?limit=2&cursor=" + first.getString("nextCursor"))
                .jsonPath();

        assertThat(first.getList("items.from")).containsExactly("2026-07-01", "2026-07-02");
        assertThat(second.getList("items.from")).containsExactly("2026-07-03");
        assertThat(second.getString("nextCursor")).isNull();
    }

    @Test
    void onlyWhoRunsTheClinicChangesHours() {
        olga = ritaLogsIn().access();

        assertThat(bearer(olga).get(hours).statusCode()).isEqualTo(200);
        assertThat(put("{\"weekly\": [], \"overrides\": []}").statusCode()).isEqualTo(403);
        assertThat(post(CLOSURES, Map.of("from", "2026-06-18", "to", "2026-06-18"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(post(timeOff, Map.of("startsAt", "2026-06-18T10:00:00Z", "endsAt", "2026-06-18T11:00:00Z"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void anotherClinicsPractitionerIsNotThere() {
        String quim = "/v1/admin/practitioners/" + world.quim.id().value();

        assertThat(bearer(olga).get(quim + "/working-hours").statusCode()).isEqualTo(404);
        assertThat(bearer(olga).get(quim + "/time-off").statusCode()).isEqualTo(404);
        assertThat(post(
                                quim + "/time-off",
                                Map.of("startsAt", "2026-06-18T10:00:00Z", "endsAt", "2026-06-18T11:00:00Z"))
                        .statusCode())
                .isEqualTo(404);
    }

    private Response put(String body) {
        return put(body, bearer(olga).get(hours).header("ETag"));
    }

    private Response put(String body, String ifMatch) {
        return bearer(olga)
                .header("If-Match", ifMatch)
                .contentType("application/json")
                .body(body)
                .put(hours);
    }

    private Response post(String path, Map<String, ?> body) {
        return bearer(olga).contentType("application/json").body(body).post(path);
    }

    private static List<String> errors(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(422);
        return answer.jsonPath().getList("errors", Map.class).stream()
                .map(error -> error.get("pointer") + " " + error.get("code"))
                .toList();
    }
}
