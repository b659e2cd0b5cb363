package clinic.portal.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.core.fixtures.Fixtures;
import clinic.portal.rest.stage.ContractFile;
import clinic.portal.rest.stage.ContractFile.Op;
import clinic.portal.rest.stage.PortalTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A preview shows all that its client would see and changes nothing, over all operations of the contract. */
@QuarkusTest
class PreviewTest extends PortalTest {
    /** Ends the preview itself, and nothing else. */
    private static final String LEAVING = "endSession";

    @Test
    void aPreviewChangesNothing() {
        String preview = adaIsPreviewed();
        String before = bearer(preview).get("/v1/me/appointments").asString();

        assertThat(changing()).isNotEmpty();
        for (Op op : changing()) {
            var call = bearer(preview).noContentType();
            op.body().ifPresent(body -> call.contentType("application/json").body(body));
            var answer = call.request(op.method(), mine(op));
            assertThat(answer.statusCode()).as("%s: %s", op, answer.asString()).isEqualTo(403);
            assertThat(answer.jsonPath().getString("code")).as(op.id()).isEqualTo("preview_read_only");
            var again = bearer(preview).noContentType().header("Idempotency-Key", "preview-key");
            op.body().ifPresent(body -> again.contentType("application/json").body(body));
            assertThat(again.request(op.method(), mine(op)).statusCode())
                    .as("%s with a key", op)
                    .isEqualTo(403);
        }
        assertThat(bearer(preview).get("/v1/me/appointments").asString()).isEqualTo(before);
    }

    @Test
    void aPreviewReadsEverything() {
        String preview = adaIsPreviewed();

        for (Op op : clients().stream().filter(op -> op.method().equals("GET")).toList()) {
            assertThat(bearer(preview).get(mine(op) + op.query()).statusCode())
                    .as(op.id())
                    .isEqualTo(200);
        }
        assertThat(bearer(preview).get("/v1/me").jsonPath().getBoolean("preview"))
                .isTrue();
    }

    @Test
    void aPreviewSeesWhatIsFreeForItsClient() {
        given().header("Authorization", "Bearer " + adaIsPreviewed())
                .get("/v1/portals/glow/availability?treatmentId=%s&from=2026-06-17&to=2026-06-17"
                        .formatted(world.facial.id().value()))
                .then()
                .statusCode(200);
    }

    private static List<Op> changing() {
        return clients().stream()
                .filter(op -> !op.method().equals("GET") && !op.id().equals(LEAVING))
                .toList();
    }

    private static List<Op> clients() {
        return ContractFile.operations().stream()
                .filter(op -> op.schemes().contains("clientSession") && !op.optional())
                .toList();
    }

    /** Of Ada's own appointments, instead of the contract's example of one. */
    private static String mine(Op op) {
        return op.path()
                .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", Fixtures.uuid(1004).toString());
    }
}
