package clinic.portal.app.integrator;

import clinic.portal.app.world.Caller;
import clinic.portal.app.world.Caller.Tokens;
import clinic.portal.app.world.Clinics;
import clinic.portal.app.world.Practice;
import com.example.portal.ApiException;
import com.example.portal.model.Slot;
import io.restassured.RestAssured;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Programs that work for a clinic, with keys that its owner made; and a treatment to book that is nobody else's. */
final class Integration {
    private static final List<String> SCOPES =
            List.of("catalogue:read", "clients:read", "clients:write", "appointments:read", "appointments:write");

    private final String treatmentName = "Facial " + UUID.randomUUID();
    private final Practice practice = Practice.with(1, Map.of("name", treatmentName));
    private final Caller caller = new Caller();
    private final Tokens owner = caller.logInAsStaff(Practice.SLUG, Clinics.newMember(Practice.SLUG, "owner"));
    private final Key key = keyWith(SCOPES);
    private final PhoneBooking program = programWith(key);

    record Key(UUID id, String text) {}

    /** The program of docs/integrating.md. */
    PhoneBooking program() {
        return program;
    }

    PhoneBooking programWith(Key other) {
        return new PhoneBooking("http://localhost:" + RestAssured.port, other.text());
    }

    /** The program's own. */
    Key key() {
        return key;
    }

    Key keyWith(List<String> scopes) {
        var made = caller.call(owner.access())
                .body(Map.of("name", "Front desk phone", "scopes", scopes))
                .post("/v1/admin/api-keys");
        made.then().statusCode(201);
        return new Key(UUID.fromString(made.path("apiKey.id")), made.path("key"));
    }

    void revokeKey() {
        caller.call(owner.access())
                .delete("/v1/admin/api-keys/{id}", key.id())
                .then()
                .statusCode(204);
    }

    String ownersToken() {
        return owner.access();
    }

    String treatmentName() {
        return treatmentName;
    }

    UUID treatment() {
        return UUID.fromString(practice.treatment());
    }

    Slot firstFree() throws ApiException {
        LocalDate soon = LocalDate.now(ZoneOffset.UTC).plusDays(2);
        return program.firstFree(Practice.SLUG, treatment(), soon).orElseThrow();
    }
}
