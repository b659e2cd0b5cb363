package clinic.portal.rest.client;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.rest.stage.PortalTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ClientsTest extends PortalTest {
    private static final String CLIENTS = "/v1/admin/clients";

    private String rita;

    @BeforeEach
    void logIn() {
        rita = ritaLogsIn().access();
    }

    @Test
    void aClientIsAddedOnceWithTheirNumberAsTheWorldWritesIt() {
        var body = Map.of("name", "Dora Winter", "email", "Dora@example.com", "phone", "07700 900571");
        var first = json().header("Idempotency-Key", "dora-dora").body(body).post(CLIENTS);
        var second = json().header("Idempotency-Key", "dora-dora").body(body).post(CLIENTS);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.header("ETag")).isEqualTo("\"0\"").isEqualTo(second.header("ETag"));
        assertThat(first.jsonPath().getString("phone")).isEqualTo("+447700900571");
        assertThat(first.jsonPath().getMap(""))
                .containsEntry("emailProven", true)
                .containsEntry("phoneProven", true);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(bearer(rita).queryParam("q", "dora").get(CLIENTS).jsonPath().getList("items"))
                .hasSize(1);
    }

    @Test
    void whoHasTheAddressIsNamed() {
        var taken =
                json().body(Map.of("name", "Dora", "email", "ada@example.com")).post(CLIENTS);

        isRefused(409, "email_taken", taken);
        assertThat(taken.jsonPath().getString("clientId"))
                .isEqualTo(world.ada.id().value().toString());
        isRefused(
                409,
                "phone_taken",
                json().body(Map.of("name", "Dora", "phone", world.ada.phone().value()))
                        .post(CLIENTS));
    }

    @Test
    void aChangeIsMadeFromWhatWasSeen() {
        String ada = CLIENTS + "/" + world.ada.id().value();
        var seen = bearer(rita).get(ada);
        var body = Map.of("name", "Ada Okafor", "locale", "es-ES", "smsOptOut", true);

        isRefused(428, "if_match_required", json().body(body).put(ada));
        isRefused(412, "outdated", json().header("If-Match", "\"7\"").body(body).put(ada));
        var changed = json().header("If-Match", seen.header("ETag")).body(body).put(ada);

        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.header("ETag")).isEqualTo("\"1\"");
        assertThat(changed.jsonPath().getMap(""))
                .containsEntry("locale", "es-ES")
                .containsEntry("smsOptOut", true)
                .containsEntry("emailOptOut", false)
                .doesNotContainKeys("email", "phone", "emailProven", "phoneProven");
        isRefused(
                422,
                "invalid_request",
                json().body(Map.of("name", "Dora", "locale", "zh-min")).post(CLIENTS));
    }

    @Test
    void notesComeAndGo() {
        String notes = CLIENTS + "/" + world.ada.id().value() + "/notes";
        var note = json().body(Map.of("text", "Prefers the side entrance.\nRings twice."))
                .post(notes);

        assertThat(note.statusCode()).isEqualTo(201);
        assertThat(note.jsonPath().getString("author.name")).isEqualTo("Rita Staff");
        assertThat(bearer(rita).get(notes).jsonPath().getList("items.text"))
                .containsExactly("Prefers the side entrance.\nRings twice.");
        assertThat(bearer(rita)
                        .get(CLIENTS + "/" + world.ada.id().value() + "/timeline")
                        .jsonPath()
                        .getList("items.kind"))
                .containsExactly("note");
        String id = note.jsonPath().getString("id");
        assertThat(bearer(rita).delete(notes + "/" + id).statusCode()).isEqualTo(204);
        isRefused(404, "not_found", bearer(rita).delete(notes + "/" + id));
        isRefused(422, "invalid_request", json().body(Map.of("text", " \n ")).post(notes));
        isRefused(
                422,
                "invalid_request",
                json().body(Map.of("text", "a".repeat(2001))).post(notes));
    }

    @Test
    void aLinkGoesToTheClientOrTheStaffHearWhyNot() {
        String links = CLIENTS + "/" + world.ben.id().value() + "/login-links";
        assertThat(json().body(Map.of("channel", "email")).post(links).statusCode())
                .isEqualTo(202);
        assertThat(world.sender.last().name()).isEqualTo("Ben Client");

        isRefused(
                409,
                "number_not_allowed",
                json().body(Map.of("channel", "sms")).post(CLIENTS + "/" + stranger() + "/login-links"));
    }

    @Test
    void mergingErasingAndExportingAreForWhoRunsTheClinic() {
        String ada = CLIENTS + "/" + world.ada.id().value();
        isRefused(403, "role_not_allowed", bearer(rita).get(ada + "/export"));
        isRefused(
                403,
                "role_not_allowed",
                json().body(Map.of("confirmName", "Ada Client")).post(ada + "/erase"));

        rita = olgaLogsIn().access();
        var merged = json().body(Map.of("duplicateId", world.ben.id().value().toString()))
                .post(ada + "/merge");
        assertThat(merged.statusCode()).isEqualTo(200);
        isRefused(
                404,
                "not_found",
                bearer(rita).get(CLIENTS + "/" + world.ben.id().value()));
        isRefused(
                422,
                "invalid_request",
                json().body(Map.of("duplicateId", world.ada.id().value().toString()))
                        .post(ada + "/merge"));

        var export = bearer(rita).get(ada + "/export");
        assertThat(export.header("Content-Disposition")).isEqualTo("attachment; filename=\"client.json\"");
        assertThat(export.jsonPath().getString("profile.name")).isEqualTo("Ada Client");

        isRefused(
                422,
                "invalid_request",
                json().body(Map.of("confirmName", "Ada")).post(ada + "/erase"));
        assertThat(json().body(Map.of("confirmName", "Ada Client"))
                        .post(ada + "/erase")
                        .statusCode())
                .isEqualTo(204);
        isRefused(
                404,
                "not_found",
                json().body(Map.of("confirmName", "Ada Client")).post(ada + "/erase"));
    }

    /** Without the cache being told, she would be known for four seconds more. */
    @Test
    void whoIsErasedIsOutAtOnce() {
        String ada = adaLogsIn().access();
        assertThat(bearer(ada).get("/v1/me").statusCode()).isEqualTo(200);
        rita = olgaLogsIn().access();

        json().body(Map.of("confirmName", "Ada Client"))
                .post(CLIENTS + "/" + world.ada.id().value() + "/erase")
                .then()
                .statusCode(204);

        isRefused(401, "session_ended", bearer(ada).get("/v1/me"));
    }

    private String stranger() {
        return json().body(Map.of("name", "Frank", "phone", "+33612345678"))
                .post(CLIENTS)
                .jsonPath()
                .getString("id");
    }

    private RequestSpecification json() {
        return bearer(rita).contentType("application/json");
    }

    private static void isRefused(int status, String code, Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.jsonPath().getString("code")).isEqualTo(code);
    }
}
