package clinic.portal.app.process;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.app.world.Caller;
import clinic.portal.app.world.ContractFilter;
import clinic.portal.app.world.OpenCalendar;
import clinic.portal.app.world.RealSurroundings;
import clinic.portal.app.world.Waiting;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From an empty database to a clinic that is booked online, over HTTP alone; besides, only its mails are read. */
class FromNothingIT {
    private static final RealSurroundings SURROUNDINGS = new RealSurroundings();
    private static final String PLATFORM_KEY = "platform-key-of-the-tests-0123456789";
    private static RunningPortal portal;

    @BeforeAll
    static void start() {
        var settings = new HashMap<>(SURROUNDINGS.start());
        settings.put("quarkus.profile", "prod");
        settings.put("portal.platform-key", PLATFORM_KEY);
        portal = RunningPortal.ready(settings);
    }

    @AfterAll
    static void stop() {
        portal.close();
        SURROUNDINGS.stop();
    }

    @Test
    void aClinicIsOpenedSetUpPreviewedAndBooked() {
        String owner = openAClinic();
        String iris = addAPractitioner(owner);
        String irisHerself = invite(owner, iris);
        setHours(owner, iris);
        String facial = offerAFacial(owner, iris);
        assertThat(anybody().get("/v1/portals/bloom").statusCode()).isEqualTo(404);

        assertThat(preview(owner)).containsEntry("preview", true);
        switchThePortalOn(owner);
        assertThat(anybody().get("/v1/portals/bloom").statusCode()).isEqualTo(200);

        String client = addAClient(owner);
        String clara = letInByTheClinicsOwnLink(owner, client);
        try (var calendar = OpenCalendar.at(portal.url(), irisHerself, "")) {
            String appointment = book(clara, facial);
            await(calendar, appointment, "booked");

            ok(as(clara)
                    .body(Map.of("reason", "I caught a cold."))
                    .post("/v1/me/appointments/{id}/cancel", appointment));
            await(calendar, appointment, "cancelled");
        }

        assertThat(ok(as(clara).get("/v1/me/dashboard")).getMap("")).doesNotContainKey("nextAppointment");
        assertThat(ok(as(owner).queryParam("limit", 100).get("/v1/admin/audit-log"))
                        .getList("items.operation", String.class))
                .contains(
                        "inviteStaff",
                        "createPractitioner",
                        "replaceWorkingHours",
                        "createTreatment",
                        "createPortalPreview",
                        "replacePortalSettings",
                        "createClient",
                        "sendClientLoginLink",
                        "streamCalendarEvents");
    }

    private static String openAClinic() {
        anybody()
                .header("Authorization", "Bearer " + PLATFORM_KEY)
                .body(Map.of(
                        "clinic",
                        Map.of(
                                "slug",
                                "bloom",
                                "name",
                                "Bloom",
                                "timeZone",
                                "Europe/Paris",
                                "locale",
                                "en-GB",
                                "currency",
                                "EUR",
                                "country",
                                "FR",
                                "contact",
                                Map.of(
                                        "phone",
                                        "01 99 00 12 34",
                                        "email",
                                        "hello@bloom.example.com",
                                        "address",
                                        "1 rue de la Paix, Paris")),
                        "owner",
                        Map.of("name", "Olive Martin", "email", "olive@bloom.example.com")))
                .post("/v1/platform/clinics")
                .then()
                .statusCode(201);
        return logInAsStaff("olive@bloom.example.com");
    }

    private static String addAPractitioner(String owner) {
        return made(as(owner).body(Map.of("name", "Dr Iris Roux")).post("/v1/admin/practitioners"));
    }

    private static String invite(String owner, String practitioner) {
        made(as(owner)
                .body(Map.of(
                        "name",
                        "Dr Iris Roux",
                        "email",
                        "iris@bloom.example.com",
                        "role",
                        "practitioner",
                        "practitionerId",
                        practitioner))
                .post("/v1/admin/staff"));
        return logInAsStaff("iris@bloom.example.com");
    }

    private static void setHours(String owner, String practitioner) {
        var hours = as(owner).get("/v1/admin/practitioners/{id}/working-hours", practitioner);
        ok(as(owner)
                .header("If-Match", hours.header("ETag"))
                .body(Map.of(
                        "weekly",
                        Stream.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
                                .map(day -> Map.of("weekday", day, "from", "09:00", "to", "18:00", "breaks", List.of()))
                                .toList(),
                        "overrides",
                        List.of()))
                .put("/v1/admin/practitioners/{id}/working-hours", practitioner));
    }

    private static String offerAFacial(String owner, String practitioner) {
        return made(as(owner)
                .body(Map.of(
                        "name",
                        "Facial",
                        "durationMinutes",
                        45,
                        "price",
                        Map.of("amount", 9000, "currency", "EUR"),
                        "onlineBookable",
                        true,
                        "practitionerIds",
                        List.of(practitioner)))
                .post("/v1/admin/treatments"));
    }

    /** The portal as a client will see it, before any client does. */
    private static Map<String, Object> preview(String owner) {
        var preview = as(owner).body(Map.of()).post("/v1/admin/portal-previews");
        preview.then().statusCode(201);
        assertThat(preview.<String>path("previewUrl")).startsWith("https://portal.example/bloom/preview#t=");
        var session = anybody()
                .body(Map.of("token", preview.path("token"), "transport", "bearer"))
                .post("/v1/portals/bloom/preview-sessions");
        session.then().statusCode(201);
        return ok(as(session.path("accessToken")).get("/v1/me/dashboard")).getMap("");
    }

    private static void switchThePortalOn(String owner) {
        var seen = as(owner).get("/v1/admin/portal-settings");
        var settings = new HashMap<String, Object>(seen.jsonPath().getMap(""));
        settings.keySet().removeAll(List.of("onBrandColour", "version"));
        settings.put("portalEnabled", true);
        settings.put("bookingEnabled", true);
        ok(as(owner).header("If-Match", seen.header("ETag")).body(settings).put("/v1/admin/portal-settings"));
    }

    private static String addAClient(String owner) {
        return made(as(owner)
                .body(Map.of("name", "Clara Petit", "email", "clara@example.com"))
                .post("/v1/admin/clients"));
    }

    private static String letInByTheClinicsOwnLink(String owner, String client) {
        as(owner)
                .body(Map.of("channel", "email"))
                .post("/v1/admin/clients/{id}/login-links", client)
                .then()
                .statusCode(202);
        String token = Caller.tokenIn(Caller.mailTo("clara@example.com"));
        return opened(
                anybody().body(Map.of("token", token, "transport", "bearer")).post("/v1/portals/bloom/sessions"));
    }

    private static String book(String client, String treatment) {
        LocalDate soon = LocalDate.now().plusDays(3);
        String slot = ok(anybody()
                        .queryParam("treatmentId", treatment)
                        .queryParam("from", soon.toString())
                        .queryParam("to", soon.toString())
                        .get("/v1/portals/bloom/availability"))
                .getString("days[0].slots[0].startsAt");
        return made(as(client)
                .body(Map.of("treatmentId", treatment, "startsAt", slot))
                .post("/v1/me/appointments"));
    }

    private static void await(OpenCalendar calendar, String appointment, String change) {
        Waiting.until(change + " on the open calendar")
                .until(() -> calendar.appointments().stream()
                        .anyMatch(event -> event.appointment().equals(appointment)
                                && event.change().equals(change)));
    }

    private static String logInAsStaff(String email) {
        String token = Caller.tokenIn(Caller.mailTo(email));
        return opened(anybody()
                .body(Map.of("clinic", "bloom", "token", token, "transport", "bearer"))
                .post("/v1/staff/sessions"));
    }

    private static RequestSpecification anybody() {
        return given().baseUri(portal.url()).filter(new ContractFilter()).contentType(ContentType.JSON);
    }

    private static RequestSpecification as(String accessToken) {
        return anybody().header("Authorization", "Bearer " + accessToken);
    }

    private static String opened(Response answer) {
        answer.then().statusCode(201);
        return answer.path("accessToken");
    }

    private static String made(Response answer) {
        answer.then().statusCode(201);
        return answer.path("id");
    }

    private static JsonPath ok(Response answer) {
        answer.then().statusCode(200);
        return answer.jsonPath();
    }
}
