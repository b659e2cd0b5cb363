package clinic.portal.app.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import clinic.portal.app.world.Caller;
import clinic.portal.app.world.Caller.Tokens;
import clinic.portal.app.world.Clinics;
import clinic.portal.app.world.Clinics.Person;
import clinic.portal.app.world.OpenCalendar;
import clinic.portal.app.world.OpenCalendar.Event;
import clinic.portal.app.world.PortalTest;
import clinic.portal.app.world.Practice;
import clinic.portal.app.world.RealSurroundings;
import clinic.portal.app.world.Waiting;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A calendar stands open at the reception, and shows what happens as it happens. */
@QuarkusTest
class LiveCalendarTest extends PortalTest {
    private final Caller caller = new Caller();
    private Practice practice;
    private Tokens client;
    private Person receptionist;
    private Tokens reception;

    @BeforeEach
    void somebodyAtTheReception() {
        practice = Practice.with(1);
        client = caller.logIn("glow", Clinics.newClient("glow"));
        receptionist = Clinics.newMember("glow", "receptionist");
        reception = caller.logInAsStaff("glow", receptionist);
    }

    @Test
    void aClientsCancellationIsSeenOnAnOpenCalendarAtOnce() {
        String appointment = book();
        try (var calendar = OpenCalendar.of(reception.access())) {
            caller.call(client.access())
                    .body(Map.of("reason", "I caught a cold."))
                    .post("/v1/me/appointments/{id}/cancel", appointment)
                    .then()
                    .statusCode(200);

            Waiting.atMost(1, "the cancellation")
                    .until(() -> !calendar.appointments().isEmpty());
            Event seen = calendar.appointments().getFirst();
            assertThat(seen.change()).isEqualTo("cancelled");
            assertThat(seen.appointment()).isEqualTo(appointment);
            assertThat(seen.data().at("/appointment/status").asText()).isEqualTo("cancelled");
            assertThat(seen.data().at("/appointment/cancelledBy").asText()).isEqualTo("client");
            assertThat(seen.data().at("/appointment/version").asInt()).isEqualTo(1);
        }
    }

    @Test
    void theStreamIsNeitherCompressedNorKeptByCaches() {
        try (var calendar = OpenCalendar.of(reception.access())) {
            var headers = calendar.answer().headers();

            assertThat(calendar.answer().statusCode()).isEqualTo(200);
            assertThat(headers.firstValue("Content-Type")).hasValue("text/event-stream");
            assertThat(headers.firstValue("Cache-Control")).hasValue("no-store");
            assertThat(headers.firstValue("X-Request-Id")).isPresent();
            assertThat(headers.firstValue("Content-Encoding").orElse("identity"))
                    .isEqualTo("identity");
            assertThat(calendar.all()).extracting(Event::name).containsExactly("ready");
        }
    }

    @Test
    void anotherClinicsStreamStaysSilentWhateverIdItIsAskedFrom() {
        var elsewhere = caller.logInAsStaff("harbour", Clinics.newMember("harbour", "owner"));
        try (var here = OpenCalendar.of(reception.access());
                var there = OpenCalendar.of(elsewhere.access())) {
            String before = here.lastId();

            book();
            Waiting.until("the booking").until(() -> !here.appointments().isEmpty());
            int beats = there.comments().size();
            Waiting.until("two heartbeats").until(() -> there.comments().size() > beats + 1);

            assertThat(there.appointments()).isEmpty();
            try (var again = OpenCalendar.after(elsewhere.access(), before)) {
                assertThat(again.all()).extracting(Event::name).containsExactly("ready");
            }
        }
    }

    @Test
    void whoComesBackIsToldWhatHappenedMeanwhileEachOnce() {
        String last;
        String first;
        try (var calendar = OpenCalendar.of(reception.access())) {
            first = book();
            Waiting.until("the booking").until(() -> !calendar.appointments().isEmpty());
            last = calendar.lastId();
        }
        practice.staff()
                .body(Map.of())
                .post("/v1/admin/appointments/{id}/cancel", first)
                .then()
                .statusCode(200);
        String second = book();

        try (var calendar = OpenCalendar.after(reception.access(), last)) {
            assertThat(calendar.all()).extracting(Event::name).containsExactly("appointment", "appointment", "ready");
            assertThat(calendar.appointments()).extracting(Event::appointment).containsExactly(first, second);
            String third = book();
            Waiting.until("the third").until(() -> calendar.appointments().size() > 2);
            assertThat(calendar.appointments()).extracting(Event::appointment).containsExactly(first, second, third);
        }
    }

    @Test
    void manyWhoBookAtOnceAreToldEachOnceToAllWhoLookOn() {
        try (var one = OpenCalendar.of(reception.access());
                var two = OpenCalendar.of(reception.access())) {
            // Half an hour each.
            var all = practice.slots(caller.call(), 5);
            var slots = IntStream.range(0, 8).mapToObj(i -> all.get(4 * i)).toList();
            var booked = slots.parallelStream().map(this::book).toList();

            Waiting.until("all bookings")
                    .until(() ->
                            one.appointments().size() >= 8 && two.appointments().size() >= 8);

            assertThat(one.appointments()).extracting(Event::appointment).containsExactlyInAnyOrderElementsOf(booked);
            assertThat(two.appointments()).isEqualTo(one.appointments());
        }
    }

    @Test
    void anUnknownIdMeansLoadingAgainAndNotAnError() {
        for (String unknown : List.of("what", "99999999999-1", "-")) {
            try (var calendar = OpenCalendar.after(reception.access(), unknown)) {
                assertThat(calendar.all()).extracting(Event::name).containsExactly("reset");
            }
        }
    }

    @Test
    void aLogOutEndsTheStream() {
        try (var calendar = OpenCalendar.of(reception.access());
                var ofAnother = OpenCalendar.of(caller.logInAsStaff("glow", Clinics.newMember("glow", "manager"))
                        .access())) {
            caller.call(reception.access()).delete("/v1/staff/session").then().statusCode(204);

            Waiting.atMost(5, "the end").until(calendar::hasEnded);
            assertThat(ofAnother.hasEnded()).isFalse();
        }
    }

    @Test
    void whoLeavesTheClinicSeesNoMoreOfIt() {
        try (var calendar = OpenCalendar.of(reception.access())) {
            Clinics.change("glow", "update staff set left_at = now() where staff_id = ?::uuid", receptionist.id());

            Waiting.atMost(5, "the end").until(calendar::hasEnded);
        }
    }

    @Test
    void aStreamThatIsClosedGivesItsPlaceBack() {
        var calendar = OpenCalendar.of(reception.access());
        double open = readers();
        assertThat(open).isPositive();

        calendar.close();

        Waiting.until("the place").until(() -> readers() < open);
    }

    @Test
    void oneMemberHasOnlySoManyStreamsOpen() {
        var open = IntStream.range(0, 20)
                .mapToObj(i -> OpenCalendar.of(reception.access()))
                .toList();

        caller.call(reception.access())
                .get("/v1/admin/calendar/events")
                .then()
                .statusCode(429)
                .body("code", equalTo("too_many_requests"));
        open.forEach(OpenCalendar::close);
    }

    @Test
    void whatIsAskedWithoutASessionOrWronglyIsRefusedAsEverywhere() {
        caller.call().get("/v1/admin/calendar/events").then().statusCode(401);
        caller.call(reception.access())
                .queryParam("lastEventId", "9".repeat(101))
                .get("/v1/admin/calendar/events")
                .then()
                .statusCode(422);
        caller.call(reception.access())
                .accept("image/png")
                .get("/v1/admin/calendar/events")
                .then()
                .statusCode(406);
    }

    /** An old transaction anywhere holds the news up; it does not lose them, and the metric says so. */
    @Test
    void anOldTransactionHoldsTheNewsUpAndLosesNone() throws SQLException {
        try (var calendar = OpenCalendar.of(reception.access());
                var other = RealSurroundings.superuser()) {
            other.setAutoCommit(false);
            other.createStatement().execute("select pg_current_xact_id()");
            String appointment = book();
            Waiting.until("the metric to show it").until(() -> metric("portal_calendar_delay_seconds") > 0.3);
            assertThat(calendar.appointments()).isEmpty();

            other.commit();

            Waiting.until("the booking").until(() -> !calendar.appointments().isEmpty());
            assertThat(calendar.appointments()).extracting(Event::appointment).containsExactly(appointment);
        }
    }

    private double readers() {
        return metric("portal_calendar_readers");
    }

    private static double metric(String name) {
        var found = Pattern.compile("(?m)^" + name + " (\\S+)$")
                .matcher(io.restassured.RestAssured.get("/q/metrics").asString());
        return found.find() ? Double.parseDouble(found.group(1)) : 0;
    }

    private String book() {
        return book(practice.aSlot());
    }

    private String book(String slot) {
        var answer = caller.call(client.access()).body(practice.wish(slot)).post("/v1/me/appointments");
        answer.then().statusCode(201);
        return answer.path("id");
    }
}
