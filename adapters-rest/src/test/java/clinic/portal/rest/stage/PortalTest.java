package clinic.portal.rest.stage;

import static io.restassured.RestAssured.given;

import clinic.portal.core.client.Profile;
import clinic.portal.core.fixtures.World;
import clinic.portal.core.login.Audience;
import clinic.portal.core.staff.Member;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

/** A fresh world for every test, and the ways into it. */
public abstract class PortalTest {
    protected World world;

    @BeforeEach
    void freshWorld() {
        Stage.reset();
        world = Stage.world();
    }

    /** What a caller holds after logging in with {@code transport: bearer}. */
    public record Pair(String access, String refresh) {
        static Pair of(Response answer) {
            JsonPath json = answer.jsonPath();
            return new Pair(json.getString("accessToken"), json.getString("refreshToken"));
        }
    }

    protected String linkTokenFor(Profile client) {
        world.loginLinks.ask(world.glow.id(), Audience.PORTAL, World.byEmail(client));
        return World.tokenIn(world.sender.last());
    }

    protected String linkTokenFor(Member member) {
        world.loginLinks.ask(
                world.glow.id(),
                Audience.STAFF,
                new clinic.portal.core.login.Claim(member.email().value(), null));
        return World.tokenIn(world.sender.last());
    }

    protected Pair adaLogsIn() {
        return Pair.of(given().contentType("application/json")
                .body(Map.of("token", linkTokenFor(world.ada), "transport", "bearer"))
                .post("/v1/portals/glow/sessions")
                .then()
                .statusCode(201)
                .extract()
                .response());
    }

    protected Pair olgaLogsIn() {
        return Pair.of(given().contentType("application/json")
                .body(Map.of("clinic", "glow", "token", linkTokenFor(world.olga), "transport", "bearer"))
                .post("/v1/staff/sessions")
                .then()
                .statusCode(201)
                .extract()
                .response());
    }
}
