package clinic.portal.app.login;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.app.world.Caller;
import clinic.portal.app.world.Caller.Tokens;
import clinic.portal.app.world.Clinics;
import clinic.portal.app.world.PortalTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Programs and their keys. */
@QuarkusTest
class ApiKeyTest extends PortalTest {
    private final Caller caller = new Caller();
    private Tokens owner;

    @BeforeEach
    void anOwner() {
        owner = caller.logInAsStaff("glow", Clinics.newMember("glow", "owner"));
    }

    @Test
    void aKeyIsShownOnceAndStandsNowhere() throws SQLException {
        Response made = make(List.of("catalogue:read"));
        String key = made.path("key");

        assertThat(key).startsWith("cpk_").endsWith(made.path("apiKey.hint"));
        assertThat(rooms(key)).isEqualTo(200);
        assertThat(caller.call(owner.access()).get("/v1/admin/api-keys").asString())
                .contains(made.<String>path("apiKey.id"))
                .doesNotContain(key);
        String secret = key.substring("cpk_".length() + 22);
        assertThat(DatabaseSearch.columnsHolding(secret)).isEmpty();
    }

    @Test
    void aRevokedKeyLetsNobodyInFromNowOn() {
        Response made = make(List.of("catalogue:read"));
        assertThat(rooms(made.path("key"))).isEqualTo(200);

        caller.call(owner.access())
                .delete("/v1/admin/api-keys/{id}", made.<String>path("apiKey.id"))
                .then()
                .statusCode(204);

        assertThat(rooms(made.path("key"))).isEqualTo(401);
    }

    @Test
    void anExpiredKeyLetsNobodyIn() {
        Response made = make(List.of("catalogue:read"));
        Clinics.change(
                "glow",
                "update api_keys set expires_at = now() - interval '1 second' where key_id = ?::uuid",
                made.<String>path("apiKey.id"));

        assertThat(rooms(made.path("key"))).isEqualTo(401);
    }

    @Test
    void aKeyOfOneClinicIsNoneOfAnother() {
        String key = make(List.of("catalogue:read")).path("key");
        String astray = "cpk_"
                + new clinic.portal.rest.shared.ClinicSecret(
                                new clinic.portal.core.shared.ClinicId(Clinics.idOf("harbour")),
                                key.substring("cpk_".length() + 22))
                        .write();

        assertThat(rooms(astray)).isEqualTo(401);
    }

    @Test
    void itsUseIsSeen() {
        Response made = make(List.of("catalogue:read"));
        assertThat(made.<String>path("apiKey.lastUsedAt")).isNull();

        rooms(made.path("key"));

        String seen = caller.call(owner.access())
                .get("/v1/admin/api-keys")
                .path("items.find { it.id == '%s' }.lastUsedAt".formatted(made.<String>path("apiKey.id")));
        assertThat(OffsetDateTime.parse(seen)).isAfter(OffsetDateTime.parse("2026-01-01T00:00:00Z"));
    }

    @Test
    void aProgramNamesWhatItMightHaveToSendAgain() {
        String key = make(List.of("appointments:write")).path("key");

        var without = caller.call(key).post("/v1/admin/appointments/{id}/cancel", UUID.randomUUID());
        var with = caller.call(key)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post("/v1/admin/appointments/{id}/cancel", UUID.randomUUID());

        without.then().statusCode(422);
        assertThat(without.jsonPath().getString("errors[0].pointer")).isEqualTo("Idempotency-Key");
        with.then().statusCode(404);
    }

    @Test
    void whatAProgramDidIsItsOwnDoing() {
        Response made = make(List.of("catalogue:write"));
        caller.call(made.path("key"))
                .body(Map.of("name", "Robot room", "kind", "robot"))
                .post("/v1/admin/rooms")
                .then()
                .statusCode(201);

        var entry = caller.call(owner.access())
                .queryParam("actor", made.<String>path("apiKey.id"))
                .get("/v1/admin/audit-log")
                .jsonPath();

        assertThat(entry.getString("items[0].actor.kind")).isEqualTo("api_key");
        assertThat(entry.getString("items[0].actor.name")).isEqualTo("Test program");
        assertThat(entry.getString("items[0].operation")).isEqualTo("createRoom");
    }

    @Test
    void callsAreCountedByKey() {
        var first =
                caller.call(make(List.of("catalogue:read")).<String>path("key")).get("/v1/admin/rooms");
        var other =
                caller.call(make(List.of("catalogue:read")).<String>path("key")).get("/v1/admin/rooms");

        assertThat(first.header("RateLimit-Policy")).isEqualTo("\"key\";q=600;w=60");
        assertThat(first.header("RateLimit")).isEqualTo("\"key\";r=599");
        assertThat(other.header("RateLimit")).isEqualTo("\"key\";r=599");
    }

    private Response make(List<String> scopes) {
        var made = caller.call(owner.access())
                .body(Map.of("name", "Test program", "scopes", scopes))
                .post("/v1/admin/api-keys");
        made.then().statusCode(201);
        return made;
    }

    private int rooms(String key) {
        return caller.call(key).get("/v1/admin/rooms").statusCode();
    }
}
