package clinic.portal.rest.booking;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.rest.stage.PortalTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** What tests of booking do again and again. */
abstract class BookingSteps extends PortalTest {
    static final String MINE = "/v1/me/appointments";
    static final String ANYBODYS = "/v1/portals/glow/appointments";
    static final String WEDNESDAY_TEN = "2026-06-17T10:00:00+01:00";
    static final Map<String, String> GUEST =
            Map.of("name", "Gus Guest", "email", "gus@example.com", "phone", "07700 900555");

    /** Links are given out rarely. */
    String adaLogsInAgain() {
        world.clock.elapse(Duration.ofMinutes(2));
        return adaLogsIn().access();
    }

    Response book(String token, Map<String, ?> more) {
        return post(bearer(token), MINE, wish(more));
    }

    Response guestBooks(Map<String, ?> more) {
        var wish = wish(more);
        wish.putIfAbsent("contact", GUEST);
        return post(given(), ANYBODYS, wish);
    }

    /** A facial on Wednesday at ten, unless something else is said. */
    Map<String, Object> wish(Map<String, ?> more) {
        var wish = new HashMap<String, Object>(
                Map.of("treatmentId", world.facial.id().value(), "startsAt", WEDNESDAY_TEN));
        wish.putAll(more);
        return wish;
    }

    static Response post(RequestSpecification as, String path, Map<String, ?> body) {
        return as.contentType("application/json").body(body).post(path);
    }

    static void isRefused(int status, String code, Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.jsonPath().getString("code")).isEqualTo(code);
    }
}
