package clinic.portal.app.audit;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.app.world.Caller;
import clinic.portal.app.world.Caller.Tokens;
import clinic.portal.app.world.Clinics;
import clinic.portal.app.world.Contracts;
import clinic.portal.app.world.Contracts.Operation;
import clinic.portal.app.world.PortalTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who did what: written down with the deed, and when it was refused. */
@QuarkusTest
class AuditTest extends PortalTest {
    private final Caller caller = new Caller();
    private Clinics.Person rita;
    private Tokens owner;
    private Tokens receptionist;

    @BeforeEach
    void anOwnerAndAReceptionist() {
        owner = caller.logInAsStaff("glow", Clinics.newMember("glow", "owner"));
        rita = Clinics.newMember("glow", "receptionist");
        receptionist = caller.logInAsStaff("glow", rita);
    }

    @Test
    void aChangeIsWrittenDownWithWhoMadeItFromWhere() {
        var made = caller.call(owner.access())
                .header("X-Request-Id", "audit-test-0001")
                .body(Map.of("name", "Quiet room", "kind", "quiet"))
                .post("/v1/admin/rooms");

        var entries = about(made.path("id"));

        assertThat(entries).hasSize(1);
        assertThat(entries.getFirst())
                .containsEntry("operation", "createRoom")
                .containsEntry("outcome", "done")
                .containsEntry("requestId", "audit-test-0001")
                .doesNotContainKey("code");
        assertThat(entries.getFirst().get("address").toString()).startsWith("10.");
        assertThat((Map<?, ?>) entries.getFirst().get("actor"))
                .extracting("kind")
                .isEqualTo("member");
    }

    @Test
    void anAttemptThatWasRefusedIsWrittenDownToo() {
        var nothing = UUID.randomUUID();

        caller.call(receptionist.access())
                .delete("/v1/admin/rooms/{id}", nothing)
                .then()
                .statusCode(403);
        caller.call(owner.access())
                .delete("/v1/admin/rooms/{id}", nothing)
                .then()
                .statusCode(404);

        assertThat(about(nothing.toString()))
                .extracting(entry -> entry.get("outcome") + " " + entry.get("code"))
                .containsExactly("refused not_found", "refused role_not_allowed");
        assertThat(list(Map.of("actor", rita.id().toString(), "outcome", "refused")))
                .hasSize(1);
    }

    @Test
    void whatWasDoneToAClientsAppointmentsIsFoundByTheClient() {
        var client = Clinics.newClient("glow");
        var cancelled = anAppointmentOf(client.id());

        caller.call(receptionist.access())
                .body(Map.of("reason", "The laser is being repaired."))
                .post("/v1/admin/appointments/{id}/cancel", cancelled)
                .then()
                .statusCode(200);

        assertThat(about(client.id().toString()))
                .extracting(entry -> entry.get("operation") + " " + entry.get("subjectId"))
                .containsExactly("cancelAppointment " + cancelled);
    }

    @Test
    void readingTheLogIsWrittenDownInIt() {
        caller.call(owner.access()).get("/v1/admin/audit-log").then().statusCode(200);

        assertThat(list(Map.of("operation", "listAuditLog"))).isNotEmpty();
    }

    @Test
    void anotherClinicsLogIsNotSeen() {
        var elsewhere = caller.logInAsStaff("harbour", Clinics.newMember("harbour", "owner"));

        var entries = caller.call(elsewhere.access())
                .queryParam("actor", rita.id())
                .get("/v1/admin/audit-log")
                .jsonPath()
                .getList("items");

        assertThat(entries).isEmpty();
    }

    static Stream<Operation> thatLeaveATrace() {
        return Contracts.operations().stream()
                .filter(Operation::isForStaff)
                .filter(Operation::audited)
                // The one ends the session that would look, the other does not end.
                .filter(operation -> !operation.id().equals("endStaffSession") && !operation.endless());
    }

    /** Those that name a thing are tried in vain, on one that is not there; lists are looked at, and things are made. */
    @ParameterizedTest
    @MethodSource("thatLeaveATrace")
    void everyOperationLeavesATraceOfWhatBecameOfIt(Operation operation) {
        var thing = UUID.randomUUID();
        var request = caller.call(owner.access())
                .header("If-Match", "\"999999999\"")
                .header("X-Request-Id", thing.toString())
                .header("Idempotency-Key", thing.toString());
        if (!operation.body().isMissingNode()) {
            request.body(operation.body().toString());
        }
        operation.query().forEach(request::queryParam);

        int status = request.request(operation.method(), operation.path().replaceAll("\\{[^}]+}", thing.toString()))
                .statusCode();

        var traces = list(Map.of("operation", operation.id())).stream()
                .filter(entry -> entry.get("requestId").equals(thing.toString()))
                .toList();
        assertThat(traces).hasSize(1);
        assertThat(traces.getFirst().get("outcome")).isEqualTo(status < 400 ? "done" : "refused");
        if (operation.namesThings()) {
            assertThat(traces.getFirst().get("subjectId")).isEqualTo(thing.toString());
        }
        if (status == 201 && operation.path().startsWith("/v1/admin/")) {
            assertThat(traces.getFirst().get("subjectId")).isNotNull();
        }
    }

    @Test
    void loggingInIsWrittenDown() {
        assertThat(list(Map.of("actor", rita.id().toString(), "operation", "createStaffSession")))
                .hasSize(1)
                .allSatisfy(entry -> assertThat(entry.get("address").toString()).startsWith("10."));
    }

    private List<Map<String, Object>> about(String thing) {
        return list(Map.of("about", thing));
    }

    private List<Map<String, Object>> list(Map<String, String> filter) {
        return caller.call(owner.access())
                .queryParams(filter)
                .get("/v1/admin/audit-log")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items");
    }

    private static UUID anAppointmentOf(UUID client) {
        var id = UUID.randomUUID();
        Clinics.change("glow", """
                insert into appointments (clinic_id, appointment_id, client_id, practitioner_id, treatment_id, starts_at,
                                          ends_at, price_minor, notice_minutes)
                select ?::uuid, ?::uuid, ?::uuid, p.practitioner_id, t.treatment_id, now() + interval '400 days',
                       now() + interval '400 days 1 hour', 100, 60
                from practitioners p, treatments t limit 1""", Clinics.idOf("glow"), id, client);
        return id;
    }
}
