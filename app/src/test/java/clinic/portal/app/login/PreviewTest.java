package clinic.portal.app.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import clinic.portal.app.clinic.OwnClinic;
import clinic.portal.app.world.Caller;
import clinic.portal.app.world.Clinics;
import clinic.portal.app.world.Clinics.Person;
import clinic.portal.app.world.PortalTest;
import clinic.portal.app.world.Waiting;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Staff look at a portal that is still off. */
@QuarkusTest
class PreviewTest extends PortalTest {
    private static final String MARK = "X-Portal-Preview";

    private final Caller caller = new Caller();
    private OwnClinic clinic;
    private Person receptionist;
    private String staff;

    @BeforeEach
    void aReceptionistOfAClinicThatIsOff() {
        clinic = OwnClinic.open(false);
        receptionist = Clinics.newMember(clinic.slug(), "receptionist");
        staff = caller.logInAsStaff(clinic.slug(), receptionist).access();
    }

    @Test
    void aPreviewShowsAClientsPortalBeforeItIsOnAndChangesNothing() {
        var client = Clinics.newClient(clinic.slug());

        String preview = enter(make(Map.of("clientId", client.id().toString())));

        caller.call(preview)
                .get("/v1/me/dashboard")
                .then()
                .statusCode(200)
                .header(MARK, "true")
                .body("preview", equalTo(true))
                .body("client.id", equalTo(client.id().toString()));
        for (String path : new String[] {"", "/treatments", "/practitioners"}) {
            caller.call(preview)
                    .get("/v1/portals/" + clinic.slug() + path)
                    .then()
                    .statusCode(200)
                    .header(MARK, "true");
            caller.call()
                    .get("/v1/portals/" + clinic.slug() + path)
                    .then()
                    .statusCode(404)
                    .header(MARK, nullValue());
        }
        caller.call(preview)
                .post("/v1/me/prefill-tokens")
                .then()
                .statusCode(403)
                .header(MARK, "true")
                .body("code", equalTo("preview_read_only"));
        caller.call(preview).get("/v1/admin/portal-settings").then().statusCode(401);
    }

    @Test
    void aSampleClientIsOneAndNobodysContact() {
        var token = make(Map.of());
        make(Map.of());

        String preview = enter(token);

        caller.call(preview)
                .get("/v1/me")
                .then()
                .statusCode(200)
                .body("name", equalTo("Sample client"))
                .body("email", nullValue())
                .body("phone", nullValue())
                .body("preview", equalTo(true));
        assertThat(Clinics.one("select count(*) from clients where sample", Clinics.idOf(clinic.slug())))
                .isEqualTo("1");
    }

    @Test
    void aTokenOpensOnceAndIsKeptNowhere() throws SQLException {
        String token = make(Map.of());
        assertThat(DatabaseSearch.columnsHolding(token)).isEmpty();

        String preview = enter(token);

        spend(token).then().statusCode(410).body("code", equalTo("preview_used"));
        assertThat(DatabaseSearch.columnsHolding(token)).isEmpty();
        assertThat(DatabaseSearch.columnsHolding(preview)).isEmpty();
    }

    @Test
    void aPreviewEndsWithItsMemberOfStaffWithinFiveSeconds() {
        String preview = enter(make(Map.of()));
        caller.call(preview).get("/v1/me").then().statusCode(200);

        long before = System.nanoTime();
        Clinics.change(clinic.slug(), "update staff set left_at = now() where staff_id = ?::uuid", receptionist.id());

        Waiting.until("the preview ends")
                .until(() -> caller.call(preview).get("/v1/me").statusCode() == 401);
        assertThat(System.nanoTime() - before).isLessThan(5_500_000_000L);
    }

    @Test
    void aPreviewCanBeEndedAndIsOverAfterAnHourByTheDatabasesClock() {
        String preview = enter(make(Map.of()));
        caller.call(preview).delete("/v1/me/session").then().statusCode(204).header(MARK, "true");
        caller.call(preview).get("/v1/me").then().statusCode(401);

        String another = enter(make(Map.of()));
        Clinics.change(clinic.slug(), "update sessions set expires_at = expires_at - interval '1 hour' where preview");
        caller.call(another).get("/v1/me").then().statusCode(401);
    }

    private String make(Map<String, ?> wanted) {
        return caller.call(staff)
                .body(wanted)
                .post("/v1/admin/portal-previews")
                .then()
                .statusCode(201)
                .extract()
                .path("token");
    }

    private String enter(String token) {
        return spend(token)
                .then()
                .statusCode(201)
                .body("refreshToken", nullValue())
                .extract()
                .path("accessToken");
    }

    private Response spend(String token) {
        return caller.call()
                .body(Map.of("token", token, "transport", "bearer"))
                .post("/v1/portals/{slug}/preview-sessions", clinic.slug());
    }
}
