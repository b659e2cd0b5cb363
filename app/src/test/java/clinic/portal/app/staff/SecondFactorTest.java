package clinic.portal.app.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import clinic.portal.app.login.DatabaseSearch;
import clinic.portal.app.world.Authenticator;
import clinic.portal.app.world.Caller;
import clinic.portal.app.world.Caller.Tokens;
import clinic.portal.app.world.Clinics;
import clinic.portal.app.world.PortalTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SecondFactorTest extends PortalTest {
    private final Caller caller = new Caller();

    @Test
    void aLinkAloneDoesNotLetInWhoHasASecondFactor() throws Exception {
        var member = Clinics.newMember("glow", "manager");
        var tokens = caller.logInAsStaff("glow", member);
        var key = caller.call(tokens.access()).post("/v1/staff/me/second-factor");
        key.then().statusCode(201);
        var phone = new Authenticator(key.path("secret"));
        var confirmed = code(tokens, phone.code()).post("/v1/staff/me/second-factor/confirm");
        confirmed.then().statusCode(200);
        List<String> recovery = confirmed.path("recoveryCodes");

        String link = aLink(member);
        spend(link, null).then().statusCode(401).body("code", equalTo("second_factor_required"));
        spend(link, "123456").then().statusCode(401).body("code", equalTo("second_factor_invalid"));
        String once = phone.code();
        var together = together(20, link, once);
        assertThat(together).filteredOn(status -> status == 201).hasSize(1);
        assertThat(together).allMatch(status -> status == 201 || status == 410 || status == 401);

        String another = aLink(member);
        spend(another, once).then().statusCode(401).body("code", equalTo("second_factor_invalid"));
        spend(another, recovery.getFirst()).then().statusCode(201);

        assertThat(DatabaseSearch.columnsHolding(key.path("secret"))).isEmpty();
        assertThat(DatabaseSearch.columnsHolding(recovery.getLast())).isEmpty();
        assertThat(DatabaseSearch.columnsHolding(recovery.getLast().replace("-", "")))
                .isEmpty();
    }

    @Test
    void wrongOnesAreCountedAndTheFifthVoidsTheLink() {
        var member = Clinics.newMember("glow", "manager");
        var tokens = caller.logInAsStaff("glow", member);
        var phone = new Authenticator(
                caller.call(tokens.access()).post("/v1/staff/me/second-factor").path("secret"));
        code(tokens, phone.code())
                .post("/v1/staff/me/second-factor/confirm")
                .then()
                .statusCode(200);
        String link = aLink(member);
        for (int i = 0; i < 5; i++) {
            spend(link, "not-the-code-" + i).then().statusCode(401);
        }

        spend(link, phone.code()).then().statusCode(410);
    }

    @Test
    void whereTheClinicAsksForOneAnOpenSessionCanOnlySetItUp() {
        var tokens = caller.logInAsStaff("harbour", Clinics.newMember("harbour", "receptionist"));
        Clinics.change("harbour", "update clinics set second_factor_required = true");
        try {
            var fresh = caller.logInAsStaff("harbour", Clinics.newMember("harbour", "receptionist"));
            caller.call(fresh.access())
                    .get("/v1/admin/staff")
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("second_factor_due"));
            var phone = new Authenticator(caller.call(fresh.access())
                    .post("/v1/staff/me/second-factor")
                    .path("secret"));
            code(fresh, phone.code())
                    .post("/v1/staff/me/second-factor/confirm")
                    .then()
                    .statusCode(200);
            caller.call(fresh.access()).get("/v1/admin/staff").then().statusCode(200);
            caller.call(tokens.access())
                    .get("/v1/admin/staff")
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("second_factor_due"));
        } finally {
            Clinics.change("harbour", "update clinics set second_factor_required = false");
        }
    }

    private io.restassured.specification.RequestSpecification code(Tokens tokens, String code) {
        return caller.call(tokens.access()).body(Map.of("code", code));
    }

    /** A further one, for which nobody waits out the minute between two. */
    private String aLink(Clinics.Person member) {
        Clinics.change(
                "glow",
                "update login_links set made_at = made_at - interval '2 minutes', expires_at = expires_at - interval '2 minutes' "
                        + "where identifier = ?",
                member.email());
        int mails = Caller.mailsTo(member.email()).length;
        caller.call()
                .body(Map.of("clinic", "glow", "email", member.email()))
                .post("/v1/staff/login-links")
                .then()
                .statusCode(202);
        return Caller.tokenIn(Caller.mailTo(member.email(), mails + 1));
    }

    private Response spend(String token, String secondFactor) {
        var body = new HashMap<String, String>(Map.of("clinic", "glow", "token", token, "transport", "bearer"));
        if (secondFactor != null) {
            body.put("secondFactor", secondFactor);
        }
        return new Caller().call().body(body).post("/v1/staff/sessions");
    }

    private List<Integer> together(int count, String link, String code) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads
                    .invokeAll(IntStream.range(0, count)
                            .<java.util.concurrent.Callable<Integer>>mapToObj(
                                    i -> () -> spend(link, code).statusCode())
                            .toList())
                    .stream()
                    .map(future -> future.resultNow())
                    .toList();
        }
    }
}
