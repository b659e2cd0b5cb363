package clinic.portal.app.world;

import clinic.portal.app.world.Caller.Tokens;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Practitioners, a treatment and hours that nobody else has to do with, made over HTTP as an owner makes them; so that what
 * one test books is in no other's way.
 */
public final class Practice {
    public static final String SLUG = "glow";
    private static final List<String> WEEK =
            List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

    private final Caller caller = new Caller();
    private final Tokens owner = caller.logInAsStaff(SLUG, Clinics.newMember(SLUG, "owner"));
    private final List<String> practitioners = new ArrayList<>();
    private final Map<String, Object> treatment = new HashMap<>();
    private String treatmentId = "";

    private Practice() {}

    /** Practitioners who work from 8 to 20 every day, and can do a treatment of half an hour. */
    public static Practice with(int practitioners) {
        return with(practitioners, Map.of());
    }

    /** @param more properties of the treatment */
    public static Practice with(int practitioners, Map<String, Object> more) {
        var practice = new Practice();
        for (int i = 0; i < practitioners; i++) {
            practice.hire("Practitioner " + i);
        }
        practice.offer(more);
        return practice;
    }

    public RequestSpecification staff() {
        return caller.call(owner.access());
    }

    public String treatment() {
        return treatmentId;
    }

    public String practitioner() {
        return practitioners.getFirst();
    }

    public List<String> practitioners() {
        return List.copyOf(practitioners);
    }

    /** As it was sent. */
    public Map<String, Object> plan() {
        return new HashMap<>(treatment);
    }

    public Response setHours(String practitioner, String from, String to) {
        var hours = staff().get("/v1/admin/practitioners/{id}/working-hours", practitioner);
        return staff().header("If-Match", hours.header("ETag"))
                .body(Map.of(
                        "weekly",
                        WEEK.stream()
                                .map(day -> Map.of("weekday", day, "from", from, "to", to, "breaks", List.of()))
                                .toList(),
                        "overrides",
                        List.of()))
                .put("/v1/admin/practitioners/{id}/working-hours", practitioner);
    }

    /** What is offered on the days after today, to {@code caller}. */
    public List<String> slots(RequestSpecification who, int days) {
        return availability(who, days).jsonPath().getList("days.slots.flatten().startsAt", String.class);
    }

    public Response availability(RequestSpecification who, int days) {
        LocalDate tomorrow = LocalDate.now().plusDays(1);
        return who.queryParam("treatmentId", treatmentId)
                .queryParam("from", tomorrow.toString())
                .queryParam("to", tomorrow.plusDays(days - 1L).toString())
                .get("/v1/portals/{slug}/availability", SLUG);
    }

    /** More than a day ahead, so that it can be cancelled. */
    public String aSlot() {
        return slots(caller.call(), 5).stream()
                .filter(start ->
                        OffsetDateTime.parse(start).isAfter(OffsetDateTime.now().plusHours(26)))
                .findFirst()
                .orElseThrow();
    }

    /** The body of a booking. */
    public Map<String, Object> wish(String startsAt) {
        var wish = new HashMap<String, Object>();
        wish.put("treatmentId", treatmentId);
        wish.put("startsAt", startsAt);
        return wish;
    }

    private void hire(String name) {
        var hired = staff().body(Map.of("name", name)).post("/v1/admin/practitioners");
        hired.then().statusCode(201);
        practitioners.add(hired.path("id"));
        setHours(practitioners.getLast(), "08:00", "20:00").then().statusCode(200);
    }

    private void offer(Map<String, Object> more) {
        treatment.put("name", "Test facial");
        treatment.put("durationMinutes", 30);
        treatment.put("price", Map.of("amount", 8000, "currency", "GBP"));
        treatment.put("onlineBookable", true);
        treatment.put("practitionerIds", practitioners);
        treatment.putAll(more);
        var offered = staff().body(treatment).post("/v1/admin/treatments");
        offered.then().statusCode(201);
        treatmentId = offered.path("id");
    }
}
