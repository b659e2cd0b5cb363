package clinic.portal.rest.stage;

import static io.restassured.RestAssured.given;

import clinic.portal.core.client.Profile;
import clinic.portal.core.fixtures.World;
import clinic.portal.core.login.Audience;
import clinic.portal.core.staff.Member;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A fresh world for every test, and the ways into it. */
public abstract class PortalTest {
    /** As in application.properties. */
    protected static final String PLATFORM_KEY = "the platform's key in tests, 32 long";

    protected World world;

    @BeforeAll
    static void everyAnswerIsHeldAgainstTheContract() {
        RestAssured.replaceFiltersWith(new AnswerCheck());
    }

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
        return logsIn(world.ada);
    }

    protected Pair benLogsIn() {
        return logsIn(world.ben);
    }

    protected Pair olgaLogsIn() {
        return logsIn(world.olga);
    }

    protected Pair ritaLogsIn() {
        return logsIn(world.rita);
    }

    /** The access token of a member of staff who looks at Ada's portal. */
    protected String adaIsPreviewed() {
        return previewOf(ritaLogsIn(), Map.of("clientId", world.ada.id().value()));
    }

    /** @param wanted whose, as the contract has it */
    protected static String previewOf(Pair staff, Map<String, ?> wanted) {
        String token = bearer(staff.access())
                .contentType("application/json")
                .body(wanted)
                .post("/v1/admin/portal-previews")
                .then()
                .statusCode(201)
                .extract()
                .path("token");
        return given().contentType("application/json")
                .body(Map.of("token", token, "transport", "bearer"))
                .post("/v1/portals/glow/preview-sessions")
                .then()
                .statusCode(201)
                .extract()
                .path("accessToken");
    }

    private Pair logsIn(Profile client) {
        return Pair.of(given().contentType("application/json")
                .body(Map.of("token", linkTokenFor(client), "transport", "bearer"))
                .post("/v1/portals/glow/sessions")
                .then()
                .statusCode(201)
                .extract()
                .response());
    }

    private Pair logsIn(Member member) {
        return Pair.of(given().contentType("application/json")
                .body(Map.of("clinic", "glow", "token", linkTokenFor(member), "transport", "bearer"))
                .post("/v1/staff/sessions")
                .then()
                .statusCode(201)
                .extract()
                .response());
    }

    protected static RequestSpecification bearer(String token) {
        return given().header("Authorization", "Bearer " + token);
    }
}
