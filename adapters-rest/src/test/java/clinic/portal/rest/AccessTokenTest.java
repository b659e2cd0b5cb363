package clinic.portal.rest;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.rest.stage.MutableKeys;
import clinic.portal.rest.stage.PortalTest;
import clinic.portal.rest.stage.Stage;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.security.Key;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.Test;

/** Which access tokens count (SECURITY S13), and that changing keys is felt by nobody (S16). */
@QuarkusTest
class AccessTokenTest extends PortalTest {

    @Test
    void aTokenMadeOfTheSameClaimsIsTaken() throws Exception {
        assertThat(me(forged(claims -> {}, header -> {}, ours())).statusCode()).isEqualTo(200);
    }

    @Test
    void aTokenWithoutASignatureIsNone() throws Exception {
        var parts = adaLogsIn().access().split("\\.");
        for (String algorithm : List.of("none", "None", "NONE", "")) {
            String header = "{\"alg\":\"%s\",\"typ\":\"at+jwt\",\"kid\":\"first\"}".formatted(algorithm);
            isNone(encoded(header) + "." + parts[1] + ".");
            isNone(encoded(header) + "." + parts[1] + "." + parts[2]);
        }
    }

    @Test
    void thePublicKeyIsNoSharedSecret() throws Exception {
        var publicKey = ours().getECPublicKey();
        for (byte[] secret : List.of(
                publicKey.getEncoded(),
                ours().toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY).getBytes(UTF_8))) {
            isNone(signed(claims -> {}, jws -> jws.setAlgorithmHeaderValue("HS256"), new HmacKey(secret)));
        }
    }

    @Test
    void onlyOurKeysCountAndOnlyByName() throws Exception {
        var foreign = MutableKeys.aKey("first");
        isNone(forged(claims -> {}, header -> {}, foreign));
        isNone(forged(claims -> {}, jws -> jws.setKeyIdHeaderValue("other"), ours()));
        isNone(forged(claims -> {}, jws -> jws.getHeaders().setObjectHeaderValue("kid", null), ours()));
        isNone(forged(claims -> {}, jws -> jws.getHeaders().setObjectHeaderValue("kid", 1), ours()));
        isNone(forged(claims -> {}, jws -> jws.setJwkHeader(foreign), foreign));
        isNone(forged(claims -> {}, jws -> jws.setHeader("jku", "https://evil.example/jwks.json"), foreign));
        isNone(forged(claims -> {}, jws -> jws.setHeader("x5u", "https://evil.example/cert"), foreign));
    }

    @Test
    void aTokenForSomethingElseIsNone() throws Exception {
        isNone(forged(claims -> claims.setAudience("staff"), jws -> {}, ours()));
        isNone(forged(claims -> claims.unsetClaim("aud"), jws -> {}, ours()));
        isNone(forged(claims -> claims.setIssuer("someone"), jws -> {}, ours()));
        isNone(forged(claims -> claims.unsetClaim("iss"), jws -> {}, ours()));
        isNone(forged(claims -> {}, jws -> jws.setHeader("typ", "JWT"), ours()));
        isNone(forged(claims -> {}, jws -> jws.getHeaders().setObjectHeaderValue("typ", null), ours()));
        isNone(forged(claims -> {}, jws -> jws.setHeader("crit", "x"), ours()));
        for (String claim : List.of("sub", "jti", "iat", "exp", "sid", "clinic")) {
            isNone(forged(claims -> claims.unsetClaim(claim), jws -> {}, ours()));
        }
        for (String claim : List.of("sid", "clinic")) {
            isNone(forged(claims -> claims.setClaim(claim, "no id"), jws -> {}, ours()));
            isNone(forged(claims -> claims.setClaim(claim, 7), jws -> {}, ours()));
            isNone(forged(claims -> claims.setClaim(claim, "0197c5f0-4b1e-7c3a-9d52-3f6a8e01b7c4"), jws -> {}, ours()));
        }
    }

    @Test
    void noTokenLivesLongerThanOursDo() throws Exception {
        long now = world.clock.instant().getEpochSecond();
        for (Object exp : List.of(now + 3_600, 99_999_999_999L, 1e300, "tomorrow", now - 6)) {
            isNone(forged(claims -> claims.setClaim("exp", exp), jws -> {}, ours()));
        }
    }

    @Test
    void aTokenIsOverAfterFifteenMinutesAndAMomentForSlowClocks() {
        var token = adaLogsIn().access();
        Stage.elapse(Duration.ofMinutes(15).plusSeconds(4));
        assertThat(me(token).statusCode()).isEqualTo(200);

        Stage.elapse(Duration.ofSeconds(5));

        isNone(token);
    }

    @Test
    void brokenTokensAreNone() {
        var token = adaLogsIn().access();
        var broken = new ArrayList<>(List.of(
                "x",
                "..",
                "a.b.c",
                "....",
                token + "x",
                token.substring(0, token.length() - 3),
                token + "." + token,
                token.substring(1),
                token.replace('.', ' '),
                "x".repeat(5_000),
                "eyJhbGciOiJFUzI1NiJ9..",
                "null"));
        Stream.of(1, 2, 3).map(n -> token.substring(0, token.length() * n / 4)).forEach(broken::add);

        broken.forEach(AccessTokenTest::isNone);
    }

    @Test
    void changingTheKeyIsFeltByNobody() {
        var before = adaLogsIn().access();
        Stage.keys().publish(MutableKeys.aKey("second"));
        assertThat(kids()).containsExactlyInAnyOrder("first", "second");
        assertThat(me(before).statusCode()).isEqualTo(200);

        Stage.keys().signWith("second");
        Stage.elapse(Duration.ofMinutes(2));
        var after = adaLogsIn().access();

        assertThat(new String(Base64.getUrlDecoder().decode(after.split("\\.")[0]), UTF_8))
                .contains("second");
        assertThat(me(before).statusCode()).isEqualTo(200);
        assertThat(me(after).statusCode()).isEqualTo(200);
        Stage.elapse(Duration.ofMinutes(10));
        Stage.keys().retire("first");
        assertThat(kids()).containsExactly("second");
        assertThat(me(after).statusCode()).isEqualTo(200);
        isNone(before);
    }

    @Test
    void onlyThePublicHalvesArePublished() {
        Stage.keys().publish(MutableKeys.aKey("second"));

        List<Map<String, Object>> keys =
                given().get("/.well-known/jwks.json").jsonPath().getList("keys");

        assertThat(keys)
                .hasSize(2)
                .allSatisfy(key -> assertThat(key).containsOnlyKeys("kty", "crv", "x", "y", "kid", "use", "alg"));
    }

    private static List<String> kids() {
        return given().get("/.well-known/jwks.json").jsonPath().getList("keys.kid");
    }

    private static EllipticCurveJsonWebKey ours() {
        return Stage.keys().newestFirst().getFirst();
    }

    private String forged(Consumer<JwtClaims> claims, Consumer<JsonWebSignature> header, EllipticCurveJsonWebKey key)
            throws Exception {
        return signed(claims, header, key.getPrivateKey());
    }

    /** A token of ours, changed and signed again. */
    private String signed(Consumer<JwtClaims> change, Consumer<JsonWebSignature> header, Key key) throws Exception {
        Stage.elapse(Duration.ofMinutes(13));
        var claims = new JwtConsumerBuilder()
                .setSkipAllValidators()
                .setSkipSignatureVerification()
                .setDisableRequireSignature()
                .build()
                .processToClaims(adaLogsIn().access());
        change.accept(claims);
        var jws = new JsonWebSignature();
        jws.setPayload(claims.toJson());
        jws.setAlgorithmHeaderValue("ES256");
        jws.setKeyIdHeaderValue("first");
        jws.setHeader("typ", "at+jwt");
        jws.setDoKeyValidation(false);
        header.accept(jws);
        jws.setKey(key);
        return jws.getCompactSerialization();
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8));
    }

    private static Response me(String token) {
        return given().header("Authorization", "Bearer " + token).get("/v1/me");
    }

    private static void isNone(String token) {
        var answer = me(token);
        assertThat(answer.statusCode()).as(token).isEqualTo(401);
        assertThat(answer.jsonPath().getString("code")).isEqualTo("session_ended");
    }
}
