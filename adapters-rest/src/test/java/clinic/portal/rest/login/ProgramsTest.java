package clinic.portal.rest.login;

import static clinic.portal.core.fixtures.Fixtures.uuid;
import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.core.audit.AuditLog.Filter;
import clinic.portal.core.shared.PageRequest;
import clinic.portal.core.shared.Throttle.Allowance;
import clinic.portal.rest.stage.PortalTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Programs at the door, and what is written down of those who are turned away. */
@QuarkusTest
class ProgramsTest extends PortalTest {
    private static final Filter ALL = new Filter(null, null, null, null, null, null);

    private String olga;

    @BeforeEach
    void logIn() {
        olga = olgaLogsIn().access();
    }

    @Test
    void aProgramGetsInWithItsKeyAndDoesWhatItsScopesSay() {
        String key = make(List.of("catalogue:read")).path("key");

        assertThat(bearer(key).get("/v1/admin/rooms").statusCode()).isEqualTo(200);
        var refused = bearer(key).delete("/v1/admin/rooms/{id}", uuid(9201));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.jsonPath().getString("code")).isEqualTo("scope_missing");
        assertThat(refused.jsonPath().getString("scope")).isEqualTo("catalogue:write");
    }

    @Test
    void aTextThatIsNoKeyLetsNobodyIn() {
        String key = make(List.of("catalogue:read")).path("key");

        for (String bad : List.of(
                "cpk_",
                "cpk_x",
                key + "x",
                key.substring(0, key.length() - 1),
                "cpk_" + "A".repeat(65),
                key.substring(4))) {
            assertThat(bearer(bad).get("/v1/admin/rooms").statusCode()).as(bad).isEqualTo(401);
        }
    }

    @Test
    void aKeyIsNoneAtTheClientsDoor() {
        String key = make(List.of("catalogue:read")).path("key");

        assertThat(bearer(key).get("/v1/me").statusCode()).isEqualTo(401);
    }

    @Test
    void aRevokedKeyIsRefusedAtOnceThoughItWasSeenAMomentAgo() {
        var made = make(List.of("catalogue:read"));
        String key = made.path("key");
        assertThat(bearer(key).get("/v1/admin/rooms").statusCode()).isEqualTo(200);

        bearer(olga)
                .delete("/v1/admin/api-keys/{id}", made.<String>path("apiKey.id"))
                .then()
                .statusCode(204);

        assertThat(bearer(key).get("/v1/admin/rooms").statusCode()).isEqualTo(401);
    }

    @Test
    void aKeyThatCallsTooOftenWaits() {
        var made = make(List.of("catalogue:read"));
        var allowance = new Allowance("api-key", 600, Duration.ofMinutes(1));
        for (int i = 0; i < 600; i++) {
            world.throttle.take(allowance, made.path("apiKey.id"));
        }

        var refused = bearer(made.path("key")).get("/v1/admin/rooms");

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isNotNull();
        assertThat(refused.header("RateLimit-Policy")).isEqualTo("\"key\";q=600;w=60");
    }

    @Test
    void keysAreMadeByOwnersAlone() {
        var refused = bearer(ritaLogsIn().access())
                .contentType("application/json")
                .body(Map.of("name", "Phone", "scopes", List.of("catalogue:read")))
                .post("/v1/admin/api-keys");

        assertThat(refused.statusCode()).isEqualTo(403);
        var line = world.office
                .log
                .list(world.glow.id(), ALL, PageRequest.first(1))
                .items()
                .getFirst()
                .line();
        assertThat(line.refusedAs()).isEqualTo("role_not_allowed");
        assertThat(line.deed().operation()).isEqualTo("createApiKey");
        assertThat(line.deed().request()).isEqualTo(refused.header("X-Request-Id"));
    }

    @Test
    void aScopeThatThereIsNotIsToldOf() {
        var refused = bearer(olga)
                .contentType("application/json")
                .body(Map.of("name", " ", "scopes", List.of("everything")))
                .post("/v1/admin/api-keys");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.jsonPath().getList("errors.pointer")).contains("/name", "/scopes/0");
    }

    @Test
    void whatIsBrokenBeforeAnybodyIsKnownIsNobodysAttempt() {
        bearer("nonsense").delete("/v1/admin/rooms/{id}", uuid(9201)).then().statusCode(401);

        assertThat(world.office
                        .log
                        .list(world.glow.id(), ALL, PageRequest.first(5))
                        .items())
                .isEmpty();
    }

    private Response make(List<String> scopes) {
        var made = bearer(olga)
                .contentType("application/json")
                .body(Map.of("name", "Phone", "scopes", scopes))
                .post("/v1/admin/api-keys");
        made.then().statusCode(201);
        return made;
    }
}
