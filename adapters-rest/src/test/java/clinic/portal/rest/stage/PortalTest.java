package clinic.portal.rest.stage;

import static io.restassured.RestAssured.given;

import clinic.portal.core.client.Profile;
import clinic.portal.core.fixtures.World;
import clinic.portal.core.login.Audience;
import clinic.portal.core.login.Subject;
import clinic.portal.core.shared.SessionId;
import clinic.portal.core.staff.Member;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.Map;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;
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
        var id = new SessionId(world.ids.next());
        world.sessions.openPreview(world.glow.id(), id, new Subject.OfClient(world.ada.id()), Duration.ofHours(1));
        var now = NumericDate.fromMilliseconds(world.clock.millis());
        var claims = new JwtClaims();
        claims.setIssuer("client-portal");
        claims.setAudience("portal");
        claims.setSubject(world.ada.id().value().toString());
        claims.setStringClaim("clinic", world.glow.id().value().toString());
        claims.setStringClaim("sid", id.value().toString());
        claims.setGeneratedJwtId();
        claims.setIssuedAt(now);
        claims.setExpirationTime(NumericDate.fromSeconds(now.getValue() + 900));
        return signed(claims);
    }

    private static String signed(JwtClaims claims) {
        var key = Stage.keys().newestFirst().getFirst();
        var jws = new JsonWebSignature();
        jws.setPayload(claims.toJson());
        jws.setAlgorithmHeaderValue("ES256");
        jws.setKeyIdHeaderValue(key.getKeyId());
        jws.setHeader("typ", "at+jwt");
        jws.setKey(key.getPrivateKey());
        try {
            return jws.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("Every JDK signs with P-256", e);
        }
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
