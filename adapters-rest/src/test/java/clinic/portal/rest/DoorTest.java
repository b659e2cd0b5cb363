package clinic.portal.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.rest.stage.ContractFile;
import clinic.portal.rest.stage.ContractFile.Op;
import clinic.portal.rest.stage.PortalTest;
import clinic.portal.rest.stage.Wire;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who is let in, and what stands on every answer, over all operations of the contract. */
@QuarkusTest
class DoorTest extends PortalTest {
    /** Where a browser that still holds the cookie of an ended session is shown the way back in. */
    private static final List<String> ON_THE_WAY_IN = List.of("getPortal", "listTreatments", "listPractitioners");

    private static final Map<String, String> ALWAYS = Map.of(
            "Strict-Transport-Security", "max-age=31536000; includeSubDomains",
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "no-referrer",
            "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
            "Cache-Control", "no-store");

    @Test
    void nobodyIsLetInWhereTheContractAsksForASession() {
        assertThat(closed()).isNotEmpty();
        for (Op op : closed()) {
            isRefusedWith401(op, call(op, given()), "session_required");
        }
    }

    @Test
    void theTwoKindsOfSessionAreNotInterchangeable() {
        var ada = adaLogsIn();
        var olga = olgaLogsIn();

        for (Op op : closed()) {
            String foreign = op.isForStaff() ? ada.access() : olga.access();
            String cookie = op.isForStaff() ? "__Host-staff_access" : "__Host-portal_access";
            isRefusedWith401(op, call(op, bearer(foreign)), "session_ended");
            isRefusedWith401(
                    op, call(op, given().cookie(cookie, foreign).header("X-Portal-Request", "1")), "session_ended");
        }
    }

    @Test
    void whatIsNotABearerTokenIsNoSession() {
        for (Op op : closed()) {
            isRefusedWith401(op, call(op, given().header("Authorization", "Basic YWRhOng=")), "session_required");
            isRefusedWith401(op, call(op, given().header("Authorization", "Bearer")), "session_required");
        }
    }

    @Test
    void whereASessionIsWelcomeNobodyIsLetInAndABadOneIsRefused() {
        var olga = olgaLogsIn();
        var welcome = ContractFile.operations().stream().filter(Op::optional).toList();

        assertThat(welcome).isNotEmpty();
        for (Op op : welcome) {
            assertThat(call(op, given()).statusCode()).as(op.id()).isNotEqualTo(401);
            assertThat(call(op, given().cookie("__Host-portal_access", "")).statusCode())
                    .as(op.id())
                    .isNotEqualTo(401);
            isRefusedWith401(op, call(op, bearer(olga.access())), "session_ended");
            isRefusedWith401(op, call(op, bearer("nonsense")), "session_ended");
            isRefusedWith401(op, call(op, given().header("Authorization", "Basic YWRhOng=")), "session_required");
            var lapsed =
                    call(op, given().cookie("__Host-portal_access", "nonsense").header("X-Portal-Request", "1"));
            if (ON_THE_WAY_IN.contains(op.id())) {
                assertThat(lapsed.statusCode()).as(op.id()).isEqualTo(200);
            } else if (!op.method().equals("GET")) {
                assertThat(lapsed.statusCode()).as(op.id()).isNotIn(401, 403);
            } else {
                isRefusedWith401(op, lapsed, "session_ended");
            }
        }
    }

    @Test
    void everyOperationLetsInWhomItIsFor() {
        for (Op op : ContractFile.operations()) {
            // Links are given out rarely; one of these operations ends its session.
            world.clock.elapse(Duration.ofMinutes(15));
            String mine = op.isForStaff() ? olgaLogsIn().access() : adaLogsIn().access();
            String key = op.isForPlatform() ? PLATFORM_KEY : mine;
            int status = call(op, op.isPublic() ? given() : bearer(key)).statusCode();
            assertThat(op.answers()).as("%s answered %d", op, status).contains(String.valueOf(status));
            // Only what spends a link or a token, or shows an appointment that nobody has, refuses the examples.
            assertThat(status == 401 && !op.isPublic())
                    .as("%s let nobody in", op)
                    .isFalse();
        }
    }

    @Test
    void everyAnswerCarriesTheSecurityHeaders() {
        for (Op op : ContractFile.operations()) {
            // Links are given out rarely; one of these operations ends its session.
            world.clock.elapse(Duration.ofMinutes(15));
            String mine = op.isForStaff() ? olgaLogsIn().access() : adaLogsIn().access();
            isDressed(op.id(), call(op, given()));
            isDressed(op.id(), call(op, bearer(mine)));
            isDressed(op.id(), given().request("PROPFIND", op.path()));
            isDressed(op.id(), given().options(op.path()));
            isDressed(op.id(), given().head(op.path()));
        }
    }

    @Test
    void theFrameworksOwnErrorsAreProblemsToo() {
        var ada = adaLogsIn();
        String post = "POST /v1/portals/glow/sessions HTTP/1.1\n";

        isProblem(404, Wire.call("GET / HTTP/1.1"));
        isProblem(404, Wire.call("GET /v1/nothing HTTP/1.1"));
        isProblem(404, Wire.call("GET * HTTP/1.1"));
        isProblem(404, Wire.call("GET /v1/portals/%00 HTTP/1.1"));
        isProblem(404, Wire.call("GET /v1/portals/%c3%28 HTTP/1.1"));
        isProblem(404, Wire.call("GET /v1/portals/../../etc/passwd HTTP/1.1"));
        isProblem(405, Wire.call("DELETE /v1/portals/glow HTTP/1.1"));
        isProblem(405, Wire.call("TRACE /v1/me HTTP/1.1"));
        isProblem(406, Wire.call("GET /v1/me HTTP/1.1\nAccept: text/html\nAuthorization: Bearer " + ada.access()));
        isProblem(415, Wire.call(post + "Content-Type: text/plain", "{}".getBytes()));
        isProblem(415, Wire.call(post + "Content-Type: nonsense", "{}".getBytes()));
        isProblem(415, Wire.call(post, "{\"token\":\"abc\"}".getBytes()));
        isProblem(413, Wire.call(post + "Content-Type: application/json", new byte[64 * 1024 + 1]));
        isProblem(413, Wire.call(post + "Content-Type: application/json\nTransfer-Encoding: chunked", chunked(70_000)));
    }

    /** The server turns these away before any code of ours; at least it does so without a word. */
    @Test
    void whatIsNoHttpIsRefusedWithoutAWord() {
        var unreadable = Stream.of(
                "GET /v1/portals/%zz HTTP/1.1",
                "GET /v1/portals/glow?x=%zz HTTP/1.1",
                "GET /v1/portals/<x> HTTP/1.1",
                "GET /" + "a".repeat(5_000) + " HTTP/1.1",
                "GET /v1/portals/glow HTTP/1.1\nX-Long: " + "a".repeat(20_000));

        assertThat(unreadable.map(Wire::call)).allSatisfy(answer -> {
            assertThat(answer.status()).isIn(400, 414, 431);
            assertThat(answer.body()).isEmpty();
        });
    }

    @Test
    void aWrongMethodIsToldTheRightOnes() {
        given().get("/v1/portals/glow/sessions").then().statusCode(405).header("Allow", "POST");
    }

    @Test
    void aCallersRequestIdIsKeptWhereItIsUsable() {
        var answer = given().header("X-Request-Id", "order-77.b_2").get("/v1/portals/nobody");

        assertThat(answer.header("X-Request-Id")).isEqualTo("order-77.b_2");
        assertThat(answer.jsonPath().getString("requestId")).isEqualTo("order-77.b_2");
    }

    @Test
    void aRequestIdThatIsNoneIsReplaced() {
        for (String sent : List.of("", "short", "with space in it", "a".repeat(65), "ada@example.com", "<script>")) {
            var answer = given().header("X-Request-Id", sent).get("/v1/portals/nobody");
            assertThat(answer.header("X-Request-Id")).matches("[0-9a-f]{24}");
            assertThat(answer.jsonPath().getString("requestId")).isEqualTo(answer.header("X-Request-Id"));
        }
    }

    private static List<Op> closed() {
        return ContractFile.operations().stream()
                .filter(op -> !op.isPublic() && !op.isForPlatform())
                .toList();
    }

    private static Response call(Op op, RequestSpecification with) {
        op.body().ifPresent(body -> with.contentType("application/json").body(body));
        return with.request(op.method(), op.target());
    }

    private static void isRefusedWith401(Op op, Response answer, String code) {
        assertThat(answer.statusCode()).as(op.id()).isEqualTo(401);
        assertThat(answer.contentType()).as(op.id()).startsWith("application/problem+json");
        assertThat(answer.jsonPath().getString("code")).as(op.id()).isEqualTo(code);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    private static void isDressed(String what, Response answer) {
        assertThat(ALWAYS)
                .allSatisfy((name, value) -> assertThat(answer.header(name))
                        .as("%s of %s, %d", name, what, answer.statusCode())
                        .isEqualTo(value));
        assertThat(answer.header("X-Request-Id")).as(what).isNotEmpty();
    }

    private static void isProblem(int status, Wire.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.body()).contains("\"status\":" + status, "\"requestId\":\"" + answer.header("X-Request-Id"));
        assertThat(ALWAYS)
                .allSatisfy((name, value) -> assertThat(answer.header(name)).isEqualTo(value));
    }

    private static byte[] chunked(int length) {
        return (Integer.toHexString(length) + "\r\n" + " ".repeat(length) + "\r\n0\r\n\r\n").getBytes();
    }
}
