package clinic.portal.rest.booking;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.core.fixtures.Fixtures;
import clinic.portal.rest.stage.PortalTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the staff see of appointments, book for clients, and note of them. */
@QuarkusTest
class StaffCalendarTest extends PortalTest {
    private static final String APPOINTMENTS = "/v1/admin/appointments";
    private static final UUID TODAYS = Fixtures.uuid(1005);

    private String rita;

    @BeforeEach
    void logIn() {
        rita = ritaLogsIn().access();
    }

    @Test
    void aRangeOfDaysIsListedPageByPage() {
        var first = list(Map.of("from", "2026-06-16", "to", "2026-06-30", "limit", 2));
        assertThat(first.statusCode()).as(first.asString()).isEqualTo(200);
        assertThat(ids(first)).containsExactly(TODAYS, Fixtures.uuid(1003));

        String cursor = first.jsonPath().getString("nextCursor");
        var second = list(Map.of("from", "2026-06-16", "to", "2026-06-30", "limit", 2, "cursor", cursor));
        assertThat(ids(second)).containsExactly(Fixtures.uuid(1004));
        assertThat(second.jsonPath().getString("nextCursor")).isNull();
    }

    @Test
    void someOfThemAreListed() {
        var days = Map.<String, Object>of("from", "2026-05-01", "to", "2026-06-30");

        assertThat(ids(list(with(days, "status", List.of("completed", "cancelled")))))
                .containsExactly(Fixtures.uuid(1001), Fixtures.uuid(1002));
        assertThat(ids(list(with(days, "practitionerId", List.of(world.noor.id().value())))))
                .isEmpty();
        assertThat(ids(list(with(
                        days,
                        "practitionerId",
                        List.of(world.noor.id().value(), world.iris.id().value())))))
                .hasSize(5);
        assertThat(ids(list(with(days, "clientId", world.ben.id().value())))).isEmpty();
    }

    @Test
    void aRangeThatIsNoneIsRefused() {
        isRefused(422, "invalid_request", list(Map.of("from", "2026-06-16", "to", "2026-06-15")));
        isRefused(422, "invalid_request", list(Map.of("from", "2026-06-16", "to", "2026-08-17")));
        isRefused(422, "invalid_request", list(Map.of("from", "2026-06-16")));
        isRefused(
                422,
                "invalid_request",
                list(Map.of("from", "2026-06-16", "to", "2026-06-16", "status", List.of("booked", "gone"))));
    }

    @Test
    void oneIsShownWithItsVersion() {
        var answer = bearer(rita).get(APPOINTMENTS + "/" + TODAYS);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("ETag")).isEqualTo("\"1\"");
        assertThat(answer.jsonPath().getString("client.name")).isEqualTo("Ada Client");
        assertThat(answer.jsonPath().getBoolean("overbooked")).isFalse();
        isRefused(404, "not_found", bearer(rita).get(APPOINTMENTS + "/" + Fixtures.uuid(1101)));
    }

    @Test
    void theStaffBookOnceForEachKey() {
        var wish = wish("2026-06-20T21:07:00+01:00");

        var first = book(wish, "staff-key-1");
        var second = book(wish, "staff-key-1");

        assertThat(first.statusCode()).as(first.asString()).isEqualTo(201);
        assertThat(first.jsonPath().getString("startsAt")).isEqualTo("2026-06-20T21:07:00+01:00");
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
    }

    @Test
    void whatIsTakenIsTakenUnlessTheySayWhyNot() {
        book(wish("2026-06-17T10:00:00+01:00"), null).then().statusCode(201);
        isRefused(409, "slot_taken", book(wish("2026-06-17T10:30:00+01:00"), null));
        var wish = with(wish("2026-06-17T10:30:00+01:00"), "overbook", Map.of("reason", "In pain"));

        var answer = book(wish, null);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        assertThat(answer.jsonPath().getBoolean("overbooked")).isTrue();
        assertThat(answer.jsonPath().getString("overbookReason")).isEqualTo("In pain");
        var moved = bearer(rita)
                .contentType("application/json")
                .body(Map.of("startsAt", "2026-06-17T10:15:00+01:00", "overbook", Map.of("reason", "Sooner")))
                .post(APPOINTMENTS + "/" + answer.jsonPath().getString("id") + "/reschedule");
        assertThat(moved.jsonPath().getString("overbookReason")).isEqualTo("Sooner");
    }

    @Test
    void whatIsWrongWithABookingIsSaid() {
        var overbook = with(wish("2026-06-17T10:30:00+01:00"), "overbook", Map.of("reason", "In pain"));
        overbook.remove("practitionerId");
        var nobody = book(overbook, null);
        isRefused(422, "invalid_request", nobody);
        assertThat(nobody.jsonPath().getString("errors[0].pointer")).isEqualTo("/practitionerId");

        var blank = with(wish("2026-06-17T10:30:00+01:00"), "overbook", Map.of("reason", " "));
        isRefused(422, "invalid_request", book(blank, null));
        isRefused(409, "slot_not_offered", book(wish("2026-06-15T10:30:00+01:00"), null));
        var stranger = with(
                wish("2026-06-17T10:30:00+01:00"), "clientId", world.cleo.id().value());
        isRefused(404, "not_found", book(stranger, null));
    }

    @Test
    void whatBecomesOfAnAppointmentIsNoted() {
        isRefused(409, "appointment_locked", act("complete"));
        assertThat(act("arrive").jsonPath().getString("status")).isEqualTo("arrived");
        assertThat(act("reopen").jsonPath().getString("status")).isEqualTo("booked");
        world.clock.elapse(Duration.ofHours(4));
        rita = ritaLogsIn().access();
        assertThat(act("no-show").jsonPath().getString("status")).isEqualTo("no_show");
        assertThat(act("reopen").jsonPath().getString("status")).isEqualTo("booked");
        assertThat(act("complete").jsonPath().getString("status")).isEqualTo("completed");

        var again = act("complete");
        isRefused(409, "appointment_locked", again);
        assertThat(again.jsonPath().getString("lockedReason")).isEqualTo("done");
    }

    @ParameterizedTest
    @CsvSource({"arrive", "complete", "no-show", "reopen"})
    void anotherClinicsAppointmentIsNotThere(String act) {
        isRefused(
                404,
                "not_found",
                bearer(rita).noContentType().post(APPOINTMENTS + "/" + Fixtures.uuid(1101) + "/" + act));
    }

    @Test
    void itIsNotedOnce() {
        for (int call = 0; call < 2; call++) {
            var answer = bearer(rita)
                    .noContentType()
                    .header("Idempotency-Key", "arrive-key-1")
                    .post(APPOINTMENTS + "/" + TODAYS + "/arrive");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.jsonPath().getInt("version")).isEqualTo(2);
        }
    }

    @Test
    void nobodyElseSeesIt() {
        isRefused(401, "session_required", given().get(APPOINTMENTS + "/" + TODAYS));
    }

    private Response act(String act) {
        return bearer(rita).noContentType().post(APPOINTMENTS + "/" + TODAYS + "/" + act);
    }

    private Response list(Map<String, ?> query) {
        return bearer(rita).queryParams(query).get(APPOINTMENTS);
    }

    private Response book(Map<String, Object> wish, @Nullable String key) {
        var call = bearer(rita).contentType("application/json").body(wish);
        return (key == null ? call : call.header("Idempotency-Key", key)).post(APPOINTMENTS);
    }

    /** A facial with Noor, for Ben. */
    private Map<String, Object> wish(String startsAt) {
        return new HashMap<>(Map.of(
                "clientId",
                world.ben.id().value(),
                "treatmentId",
                world.facial.id().value(),
                "practitionerId",
                world.noor.id().value(),
                "startsAt",
                startsAt));
    }

    private static Map<String, Object> with(Map<String, Object> wish, String name, Object value) {
        var changed = new HashMap<>(wish);
        changed.put(name, value);
        return changed;
    }

    private static List<UUID> ids(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.jsonPath().getList("items.id", UUID.class);
    }

    private static void isRefused(int status, String code, Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.jsonPath().getString("code")).isEqualTo(code);
    }
}
