package clinic.portal.app.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import clinic.portal.app.world.Caller;
import clinic.portal.app.world.Clinics;
import clinic.portal.app.world.PortalTest;
import clinic.portal.app.world.Waiting;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TeamTest extends PortalTest {
    @Test
    void whoIsInvitedIsInByTheMailAndOutAtOnceWhenSentAway() {
        var caller = new Caller();
        var owner = caller.logInAsStaff("glow", Clinics.newMember("glow", "owner"));
        var invited = caller.call(owner.access())
                .body(Map.of("name", "Nina Novak", "email", "nina.team@example.org", "role", "receptionist"))
                .post("/v1/admin/staff");
        invited.then().statusCode(201);
        String id = invited.path("id");

        var nina = Caller.tokens(caller.call()
                .body(Map.of(
                        "clinic",
                        "glow",
                        "token",
                        Caller.tokenIn(Caller.mailTo("nina.team@example.org")),
                        "transport",
                        "bearer"))
                .post("/v1/staff/sessions"));
        caller.call(nina.access()).get("/v1/admin/staff/{id}", id).then().statusCode(200);
        caller.call(nina.access())
                .post("/v1/admin/staff/{id}/deactivate", id)
                .then()
                .statusCode(403);

        caller.call(owner.access())
                .post("/v1/admin/staff/{id}/deactivate", id)
                .then()
                .statusCode(200);

        caller.call(nina.access()).get("/v1/staff/me").then().statusCode(401);
        caller.call()
                .body(Map.of("refreshToken", nina.refresh()))
                .post("/v1/staff/sessions/refresh")
                .then()
                .statusCode(401);
    }

    @Test
    void ofTwoOwnersWhoTakeTheRoleFromEachOtherOneKeepsIt() throws Exception {
        var caller = new Caller();
        for (int round = 0; round < 3; round++) {
            var one = Clinics.newMember("closed", "owner");
            var two = Clinics.newMember("closed", "owner");
            Clinics.change(
                    "closed",
                    "update staff set left_at = now() where role = 'owner' and left_at is null and staff_id not in (?::uuid, ?::uuid)",
                    one.id(),
                    two.id());
            var asOne = caller.logInAsStaff("closed", one);
            var asTwo = caller.logInAsStaff("closed", two);

            together(() -> demote(asOne.access(), two), () -> demote(asTwo.access(), one));

            assertThat(Clinics.one(
                            "select count(*) from staff where role = 'owner' and left_at is null",
                            Clinics.idOf("closed")))
                    .as("round %d", round)
                    .isEqualTo("1");
        }
    }

    @Test
    void whoWorksAtTwoClinicsChoosesByTheLinkTheyOpen() {
        var caller = new Caller();
        var here = Clinics.newMember("glow", "manager");
        Clinics.change(
                "harbour",
                "insert into staff (clinic_id, staff_id, name, email, role) values (?::uuid, gen_random_uuid(), 'Test', ?, 'practitioner')",
                Clinics.idOf("harbour"),
                here.email());

        caller.call()
                .body(Map.of("email", here.email()))
                .post("/v1/staff/login-links")
                .then()
                .statusCode(202);

        Caller.mailTo(here.email(), 2);
        var mails = List.of(Caller.mailsTo(here.email()));
        assertThat(mails)
                .anyMatch(mail -> mail.contains("/glow/login#t="))
                .anyMatch(mail -> mail.contains("/harbour/login#t="));
        String harbours = mails.stream()
                .filter(mail -> mail.contains("/harbour/"))
                .findFirst()
                .orElseThrow();
        var tokens = Caller.tokens(caller.call()
                .body(Map.of("clinic", "harbour", "token", Caller.tokenIn(harbours), "transport", "bearer"))
                .post("/v1/staff/sessions"));
        caller.call(tokens.access())
                .get("/v1/staff/me")
                .then()
                .body("clinic.slug", equalTo("harbour"))
                .body("role", equalTo("practitioner"));
    }

    @Test
    void theUnknownLeaveNoTraceOnceTheRoundWasMade() {
        new Caller()
                .call()
                .body(Map.of("email", "nobody.at.all@example.org"))
                .post("/v1/staff/login-links")
                .then()
                .statusCode(202);

        Waiting.until("the round")
                .until(() -> Clinics.one("select 1 from scheduled_tasks where task_name = 'staff-login-round'", null)
                        == null);
        assertThat(Caller.mailsTo("nobody.at.all@example.org")).isEmpty();
    }

    private static int demote(String access, Clinics.Person whom) {
        return new Caller()
                .call(access)
                .header("If-Match", "\"0\"")
                .body(Map.of("name", whom.name(), "email", whom.email(), "role", "manager"))
                .put("/v1/admin/staff/{id}", whom.id())
                .statusCode();
    }

    @SafeVarargs
    private static void together(Callable<Integer>... calls) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(List.of(calls)).stream()
                            .map(future -> future.resultNow())
                            .toList())
                    .contains(200)
                    .allMatch(status -> status < 500);
        }
    }
}
