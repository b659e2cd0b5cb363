package clinic.portal.rest.booking;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.core.fixtures.Fixtures;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Booking with a session, and changing what is booked. */
@QuarkusTest
class BookingTest extends BookingSteps {
    @Test
    void whatAClientBooksIsTheirsAtOnce() {
        String ada = adaLogsIn().access();

        var booked = book(ada, Map.of("startsAt", WEDNESDAY_TEN, "notes", "First visit."));

        assertThat(booked.statusCode()).isEqualTo(201);
        var json = booked.jsonPath();
        assertThat(json.getString("startsAt")).isEqualTo(WEDNESDAY_TEN);
        assertThat(json.getString("endsAt")).isEqualTo("2026-06-17T11:00:00+01:00");
        assertThat(json.getString("notes")).isEqualTo("First visit.");
        assertThat(json.getString("treatment.name")).isEqualTo("Facial");
        assertThat(json.getInt("price.amount")).isEqualTo(8000);
        assertThat(json.getBoolean("cancellable")).isFalse();
        assertThat(bearer(ada).get(MINE).jsonPath().getList("items.id")).contains(json.getString("id"));
    }

    @Test
    void aTimeCanBeGivenWithAnyOffset() {
        var booked = book(adaLogsIn().access(), Map.of("startsAt", "2026-06-17T14:30:00+05:30"));

        assertThat(booked.jsonPath().getString("startsAt")).isEqualTo(WEDNESDAY_TEN);
    }

    @Test
    void whatSomebodyElseHasIsTaken() {
        var withIris = Map.of(
                "startsAt", WEDNESDAY_TEN, "practitionerId", world.iris.id().value());
        assertThat(book(adaLogsIn().access(), withIris).statusCode()).isEqualTo(201);

        isRefused(409, "slot_taken", guestBooks(withIris));
        isRefused(409, "slot_not_offered", guestBooks(Map.of("startsAt", "2026-06-17T10:07:00+01:00")));
        isRefused(409, "slot_not_offered", guestBooks(Map.of("startsAt", "2026-06-17T10:00:00.5+01:00")));
        isRefused(409, "slot_not_offered", guestBooks(Map.of("startsAt", "2200-12-31T23:59:59Z")));
        isRefused(409, "slot_not_offered", guestBooks(Map.of("startsAt", "2000-01-01T00:00:00Z")));
    }

    @Test
    void whatIsNotThereCannotBeBooked() {
        isRefused(404, "not_found", guestBooks(Map.of("treatmentId", Fixtures.uuid(1))));
        isRefused(
                404,
                "not_found",
                guestBooks(Map.of("treatmentId", world.wrap.id().value())));
        world.clinics.put(Fixtures.takingNoBookings(world.glow));
        isRefused(409, "booking_off", guestBooks(Map.of()));
    }

    @Test
    void conditionsAreAMatterBetweenClientAndClinic() {
        var peel = Map.of("treatmentId", world.peel.id().value(), "startsAt", WEDNESDAY_TEN);

        isRefused(409, "login_required", guestBooks(peel));
        assertThat(book(adaLogsIn().access(), peel).statusCode()).isEqualTo(201);
        var again = new HashMap<String, Object>(peel);
        again.put("startsAt", "2026-06-19T10:00:00+01:00");
        var tooSoon = book(adaLogsInAgain(), again);
        isRefused(409, "too_soon", tooSoon);
        assertThat(tooSoon.jsonPath().getString("earliestOn")).isEqualTo("2026-07-15");
    }

    @Test
    void whatIsCancelledIsFreeAgain() {
        String ada = adaLogsIn().access();
        String mine = MINE + "/" + Fixtures.uuid(1004);

        var cancelled = bearer(ada).noContentType().post(mine + "/cancel");

        assertThat(cancelled.statusCode()).isEqualTo(200);
        assertThat(cancelled.jsonPath().getString("status")).isEqualTo("cancelled");
        assertThat(cancelled.jsonPath().getString("lockedReason")).isEqualTo("cancelled");
        assertThat(cancelled.jsonPath().getString("treatment.name")).isEqualTo("Facial");
        isRefused(409, "appointment_locked", bearer(ada).noContentType().post(mine + "/cancel"));
        assertThat(guestBooks(Map.of(
                                "startsAt",
                                "2026-06-25T12:00:00+01:00",
                                "practitionerId",
                                world.iris.id().value()))
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void whoComesTooLateIsToldUntilWhen() {
        var answer = post(
                bearer(adaLogsIn().access()),
                MINE + "/" + Fixtures.uuid(1005) + "/cancel",
                Map.of("reason", "I caught a cold."));

        isRefused(409, "appointment_locked", answer);
        assertThat(answer.jsonPath().getString("lockedReason")).isEqualTo("too_late");
        assertThat(answer.jsonPath().getString("changeableUntil")).isEqualTo("2026-06-15T15:00:00+01:00");
    }

    @Test
    void anAppointmentIsMovedInItsPlace() {
        String ada = adaLogsIn().access();
        String mine = MINE + "/" + Fixtures.uuid(1004);

        var moved = post(bearer(ada), mine + "/reschedule", Map.of("startsAt", "2026-06-26T09:15:00+01:00"));

        assertThat(moved.statusCode()).isEqualTo(200);
        assertThat(moved.jsonPath().getString("id"))
                .isEqualTo(Fixtures.uuid(1004).toString());
        assertThat(moved.jsonPath().getInt("version")).isEqualTo(2);
        assertThat(bearer(ada).get(mine).asString()).isEqualTo(moved.asString());
    }

    @Test
    void anotherClientsAppointmentIsNotThere() {
        String ada = adaLogsIn().access();
        String cleos = MINE + "/" + Fixtures.uuid(1101);

        isRefused(404, "not_found", bearer(ada).noContentType().post(cleos + "/cancel"));
        isRefused(404, "not_found", post(bearer(ada), cleos + "/reschedule", Map.of("startsAt", WEDNESDAY_TEN)));
        isRefused(404, "not_found", bearer(ada).get(cleos + "/calendar.ics"));
    }

    @Test
    void anAppointmentIsSavedAsACalendarFile() {
        String ada = adaLogsIn().access();
        String file = MINE + "/" + Fixtures.uuid(1004) + "/calendar.ics";

        for (String accept : List.of("*/*", "text/calendar", "text/*", "text/calendar, text/html;q=0.5")) {
            var answer = bearer(ada).header("Accept", accept).get(file);
            assertThat(answer.statusCode()).as(accept).isEqualTo(200);
            assertThat(answer.header("Content-Type")).isEqualToIgnoringCase("text/calendar;charset=utf-8");
            assertThat(answer.header("Content-Disposition")).isEqualTo("attachment; filename=\"appointment.ics\"");
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
            assertThat(answer.asString()).contains("Facial, Clinic glow", "2026-06-25T11:00:00Z");
        }
        isRefused(
                406,
                "not_acceptable",
                bearer(ada).header("Accept", "application/json").get(file));
    }

    @Test
    void aTimeThatNoCalendarHasIsInvalidAndNoAccident() {
        for (String time : List.of(
                "9999-12-31T23:59:59Z",
                "-0001-01-01T00:00:00Z",
                "0000-01-01T00:00:00Z",
                "1999-12-31T23:59:59Z",
                "2201-01-01T00:00:00Z",
                "+12026-06-17T10:00:00Z",
                "2026-06-17T10:00:00+23:59",
                "2026-06-17T23:59:60Z",
                "2026-06-31T10:00:00Z",
                "2026-06-17T10:00:00",
                "2026-06-17")) {
            var answer = guestBooks(Map.of("startsAt", time));
            assertThat(answer.statusCode()).as(time).isEqualTo(422);
            assertThat(answer.jsonPath().getList("errors.pointer")).as(time).containsExactly("/startsAt");
            world.clock.elapse(Duration.ofMinutes(10));
        }
    }
}
