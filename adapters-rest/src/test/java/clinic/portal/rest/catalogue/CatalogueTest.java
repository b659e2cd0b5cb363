package clinic.portal.rest.catalogue;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.core.fixtures.Fixtures;
import clinic.portal.rest.stage.PortalTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the clinic offers, as anybody sees it and as its staff keep it. */
@QuarkusTest
class CatalogueTest extends PortalTest {
    private static final String TREATMENTS = "/v1/admin/treatments";
    private static final String PRACTITIONERS = "/v1/admin/practitioners";
    private static final String ROOMS = "/v1/admin/rooms";

    private String olga;

    @BeforeEach
    void logIn() {
        olga = olgaLogsIn().access();
    }

    @Test
    void anybodySeesWhatCanBeBooked() {
        var answer = given().get("/v1/portals/glow/treatments").jsonPath();

        assertThat(answer.getList("items.name")).containsExactly("Facial", "Laser", "Peel");
        assertThat(answer.getList("items.durationMinutes")).containsExactly(60, 30, 60);
        assertThat(answer.getList("items.loginRequired")).containsExactly(false, false, true);
        assertThat(answer.getMap("items[0]")).doesNotContainKeys("bufferBeforeMinutes", "roomKind", "version");
    }

    @Test
    void anybodySeesWhoCanDoIt() {
        var all = given().get("/v1/portals/glow/practitioners");
        var laser = given().get("/v1/portals/glow/practitioners?treatmentId="
                + world.laser.id().value());
        var nothing = given().get("/v1/portals/glow/practitioners?treatmentId=" + Fixtures.uuid(1));

        assertThat(all.jsonPath().getList("items.name")).containsExactly("Dr Iris Lane", "Noor Haddad");
        assertThat(laser.jsonPath().getList("items.name")).containsExactly("Noor Haddad");
        assertThat(nothing.jsonPath().getList("items")).isEmpty();
    }

    @Test
    void whereThePortalIsOffThereIsNothing() {
        world.clinics.put(Fixtures.switchedOff(world.glow));

        for (String list : List.of("treatments", "practitioners")) {
            assertThat(given().get("/v1/portals/glow/" + list).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void pagesGoOnByName() {
        var names = new ArrayList<String>();
        String next = "";
        do {
            var page = given().get("/v1/portals/glow/treatments?limit=1" + next).jsonPath();
            names.addAll(page.getList("items.name"));
            next = page.getString("nextCursor") == null ? "" : "&cursor=" + page.getString("nextCursor");
        } while (!next.isEmpty());

        assertThat(names).containsExactly("Facial", "Laser", "Peel");
    }

    @Test
    void aCursorOfAnotherKindOfListIsInvalid() {
        String byName =
                given().get("/v1/portals/glow/treatments?limit=1").jsonPath().getString("nextCursor");
        String ada = adaLogsIn().access();
        String byTime =
                bearer(ada).get("/v1/me/appointments?limit=1").jsonPath().getString("nextCursor");

        isInvalid("?cursor", given().get("/v1/portals/glow/treatments?cursor=" + byTime));
        isInvalid("?cursor", bearer(ada).get("/v1/me/appointments?cursor=" + byName));
        isInvalid("?cursor", bearer(olga).get("/v1/admin/closures?cursor=" + byName));
    }

    @Test
    void aTreatmentIsKeptAsItWasSent() {
        var input = new HashMap<String, Object>(treatment());
        input.putAll(Map.of(
                "description",
                "Cold.",
                "category",
                "Face",
                "bufferBeforeMinutes",
                5,
                "bufferAfterMinutes",
                10,
                "roomKind",
                "laser",
                "gridMinutes",
                30,
                "minIntervalDays",
                28,
                "onlyAfterTreatmentId",
                world.facial.id().value().toString(),
                "archived",
                false));

        var created = send("POST", TREATMENTS, null, input);

        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(created.header("ETag")).isEqualTo("\"0\"");
        var answer = created.jsonPath().<String, Object>getMap("");
        assertThat(answer).containsAllEntriesOf(input).containsEntry("version", 0);
        assertThat(bearer(olga).get(TREATMENTS + "/" + answer.get("id")).asString())
                .isEqualTo(created.asString());
    }

    @Test
    void whatIsNotSaidIsNone() {
        var created = send("POST", TREATMENTS, null, treatment()).jsonPath();

        assertThat(created.getInt("bufferBeforeMinutes")).isZero();
        assertThat(created.getInt("bufferAfterMinutes")).isZero();
        assertThat(created.getBoolean("archived")).isFalse();
        assertThat(created.getMap("")).doesNotContainKeys("description", "roomKind", "gridMinutes");
    }

    @Test
    void pricesAreInTheClinicsCurrency() {
        for (String currency : List.of("USD", "QQQ")) {
            var input = new HashMap<>(treatment());
            input.put("price", Map.of("amount", 100, "currency", currency));
            isInvalid("/price/currency", send("POST", TREATMENTS, null, input));
        }
    }

    @Test
    void aChangeMustSayWhatItWasMadeFrom() {
        for (String path : List.of(
                TREATMENTS + "/" + world.facial.id().value(),
                PRACTITIONERS + "/" + world.iris.id().value(),
                ROOMS + "/" + world.laserRoom.id().value())) {
            var body = bodyFor(path);
            String tag = bearer(olga).get(path).header("ETag");
            assertThat(tag).isEqualTo("\"0\"");

            isRefused(428, "if_match_required", send("PUT", path, null, body));
            for (String other : List.of("\"1\"", "*", "W/\"0\"", "\"0\", \"1\"", "0", "junk")) {
                isRefused(412, "outdated", send("PUT", path, other, body));
            }
            var changed = send("PUT", path, tag, body);

            assertThat(changed.statusCode()).as(path).isEqualTo(200);
            assertThat(changed.header("ETag")).isEqualTo("\"1\"");
            isRefused(412, "outdated", send("PUT", path, tag, body));
            assertThat(bearer(olga).get(path).header("ETag")).isEqualTo("\"1\"");
        }
    }

    @Test
    void anIfMatchBeyondAllBoundsIsNamedByItsHeader() {
        String path = ROOMS + "/" + world.laserRoom.id().value();

        isInvalid("If-Match", send("PUT", path, "\"" + "1".repeat(100) + "\"", bodyFor(path)));
    }

    @Test
    void whatIsReferredToIsArchivedAndWhatIsNotIsGone() {
        String fresh = send("POST", ROOMS, null, Map.of("name", "Room 2", "kind", "laser"))
                .jsonPath()
                .getString("id");
        var room = bearer(olga).delete(ROOMS + "/" + fresh);
        var facial = bearer(olga).delete(TREATMENTS + "/" + world.facial.id().value());

        assertThat(room.jsonPath().getString("outcome")).isEqualTo("deleted");
        assertThat(bearer(olga).get(ROOMS + "/" + fresh).statusCode()).isEqualTo(404);
        assertThat(facial.jsonPath().getString("outcome")).isEqualTo("archived");
        assertThat(bearer(olga).get(TREATMENTS).jsonPath().getList("items.name"))
                .doesNotContain("Facial");
        assertThat(bearer(olga).get(TREATMENTS + "?archived=true").jsonPath().getList("items.name"))
                .containsExactly("Facial");
    }

    @Test
    void whoeverLeavesIsNamedWithTheirAppointments() {
        var left = bearer(olga).delete(PRACTITIONERS + "/" + world.iris.id().value());

        assertThat(left.statusCode()).isEqualTo(200);
        assertThat(left.jsonPath().getString("outcome")).isEqualTo("archived");
        assertThat(left.jsonPath().getList("outside.client.name")).containsOnly("Ada Client");
        assertThat(left.jsonPath().getList("outside.startsAt"))
                .containsExactly("2026-06-16T15:00:00+01:00", "2026-06-18T12:00:00+01:00", "2026-06-25T12:00:00+01:00");
    }

    @Test
    void onlyWhoRunsTheClinicChangesIt() {
        String rita = ritaLogsIn().access();
        String room = ROOMS + "/" + world.laserRoom.id().value();

        assertThat(bearer(rita).get(ROOMS).statusCode()).isEqualTo(200);
        assertThat(bearer(rita).get(room).statusCode()).isEqualTo(200);
        isRefused(403, "role_not_allowed", bearer(rita).delete(room));
        isRefused(
                403,
                "role_not_allowed",
                bearer(rita)
                        .header("If-Match", "\"0\"")
                        .contentType("application/json")
                        .body(bodyFor(room))
                        .put(room));
    }

    @Test
    void anotherClinicsThingsAreNotThere() {
        String wrap = TREATMENTS + "/" + world.wrap.id().value();

        isRefused(404, "not_found", bearer(olga).get(wrap));
        isRefused(404, "not_found", bearer(olga).delete(wrap));
        isRefused(404, "not_found", send("PUT", wrap, "\"0\"", treatment()));
    }

    private Map<String, Object> bodyFor(String path) {
        if (path.startsWith(TREATMENTS)) {
            return treatment();
        }
        return path.startsWith(ROOMS)
                ? Map.of("name", "Room A", "kind", "laser")
                : Map.of("name", "Dr Iris Lane", "title", "Physician");
    }

    private Map<String, Object> treatment() {
        return Map.of(
                "name",
                "Cryo",
                "durationMinutes",
                20,
                "price",
                Map.of("amount", 4500, "currency", "GBP"),
                "onlineBookable",
                true,
                "practitionerIds",
                List.of(world.noor.id().value().toString()));
    }

    private Response send(String method, String path, String ifMatch, Map<String, ?> body) {
        var call = bearer(olga).contentType("application/json").body(body);
        if (ifMatch != null) {
            call.header("If-Match", ifMatch);
        }
        return call.request(method, path);
    }

    private static void isInvalid(String pointer, Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(422);
        assertThat(answer.jsonPath().getList("errors.pointer")).containsExactly(pointer);
    }

    private static void isRefused(int status, String code, Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.jsonPath().getString("code")).isEqualTo(code);
    }
}
