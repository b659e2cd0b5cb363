package clinic.portal.app.integrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import clinic.portal.app.world.Caller;
import clinic.portal.app.world.PortalTest;
import com.example.portal.ApiClient;
import com.example.portal.ApiException;
import com.example.portal.model.AppointmentStatus;
import com.example.portal.model.ClientPage;
import com.example.portal.model.CreateAppointment;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What docs/integrating.md says beside its program: its commands for the shell, and what it promises. */
@QuarkusTest
class IntegratingPageTest extends PortalTest {
    @Test
    void itsCommandsDoWhatItSays() throws Exception {
        String commands = IntegratingDoc.transcript().replace("localhost:8080", "localhost:" + RestAssured.port);
        Process shell = new ProcessBuilder(
                        "bash", "-eu", "-c", "owner=" + new Integration().ownersToken() + "\n" + commands)
                .redirectErrorStream(true)
                .start();
        String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(shell.waitFor()).as(output).isZero();
        assertThat(output)
                .contains("\"key\":\"cpk_")
                .contains("RateLimit-Policy: \"key\";q=600;w=60", "RateLimit: \"key\";r=599")
                .contains("event: ready")
                .contains("HTTP/1.1 204", "HTTP/1.1 401");
    }

    @Test
    void theRefusalItShowsIsTheOneThatIsHeard() throws IOException {
        var integration = new Integration();
        PhoneBooking reader = integration.programWith(integration.keyWith(List.of("catalogue:read")));
        var wish = new CreateAppointment()
                .clientId(UUID.randomUUID())
                .treatmentId(UUID.randomUUID())
                .startsAt(OffsetDateTime.parse("2026-03-12T14:30:00Z"));

        ApiException refused = catchThrowableOfType(
                ApiException.class,
                () -> reader.bookWithAnswer(wish, UUID.randomUUID().toString()));

        assertThat(refused.getCode()).isEqualTo(403);
        assertThat(shown(refused.getResponseBody()))
                .isEqualTo(shown(IntegratingDoc.block("json").text()));
    }

    @Test
    void aKeyIsRefusedWhereNoneIsAskedForAndWhereOnlyPeopleMayCall() {
        String key = new Integration().key().text();

        new Caller().call(key).get("/v1/portals/glow/treatments").then().statusCode(401);
        var forPeople = new Caller().call(key).get("/v1/admin/api-keys");

        forPeople.then().statusCode(403);
        assertThat(forPeople.<String>path("code")).isEqualTo("member_required");
    }

    @Test
    void whatTheContractWillHaveTomorrowBreaksNoClientOfToday() throws IOException {
        var mapper = ApiClient.createDefaultObjectMapper();

        assertThat(mapper.readValue("\"rebooked\"", AppointmentStatus.class))
                .isEqualTo(AppointmentStatus.UNKNOWN_DEFAULT_OPEN_API);
        assertThat(mapper.readValue("{\"items\": [], \"more\": {}}", ClientPage.class)
                        .getItems())
                .isEmpty();
    }

    /** Without what is another with every call. */
    private static JsonNode shown(String problem) throws IOException {
        var read = (ObjectNode) new ObjectMapper().readTree(problem);
        assertThat(read.path("requestId").asText()).matches("[0-9a-f]{24}");
        return read.without("requestId");
    }
}
