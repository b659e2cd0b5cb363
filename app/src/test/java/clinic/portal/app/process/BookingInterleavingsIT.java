package clinic.portal.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.app.process.BookingCaller.Answer;
import clinic.portal.app.process.BookingCaller.Wish;
import clinic.portal.app.process.BookingClinic.Member;
import clinic.portal.app.world.RealSurroundings;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whatever can take a time, against whatever else can: each two and each three of them, one after the other and at once. */
class BookingInterleavingsIT {
    private static final RealSurroundings SURROUNDINGS = new RealSurroundings();
    private static final int ROUNDS = 5;
    private static final Duration LENGTH = Duration.ofMinutes(30);
    private static final Duration BUFFER = Duration.ofMinutes(10);

    private static RunningPortal one;
    private static RunningPortal two;
    private static BookingClinic clinic;
    private static UUID practitioner;
    private static UUID treatment;
    private static Member owner;
    private static Member client;
    private static int used;

    /** What can happen to a time. */
    private enum Deed {
        HOLD,
        BOOKING,
        MOVE,
        STAFF_MOVE,
        TIME_OFF
    }

    /** @param moved an appointment somewhere else, to be moved here */
    private record Try(Deed deed, UUID moved) {
        Answer at(BookingCaller desk, Instant time) throws IOException {
            var wish = new Wish(treatment, practitioner, time);
            return switch (deed) {
                case HOLD -> desk.hold(wish);
                case BOOKING -> desk.book(client.token(), wish);
                case MOVE -> desk.move(client.token(), moved, practitioner, time);
                case STAFF_MOVE -> desk.moveAsStaff(owner.token(), moved, time);
                case TIME_OFF -> desk.goAway(owner.token(), practitioner, time, time.plus(LENGTH), "course");
            };
        }

        boolean succeeded(Answer answer) {
            return answer.status() == (deed == Deed.MOVE || deed == Deed.STAFF_MOVE ? 200 : 201);
        }
    }

    @BeforeAll
    static void start() {
        var settings = new HashMap<>(SURROUNDINGS.start());
        settings.put("quarkus.profile", "prod");
        one = RunningPortal.ready(settings);
        two = RunningPortal.ready(settings);
        clinic = BookingClinic.open();
        practitioner = clinic.practitioner();
        clinic.room("laser");
        treatment =
                clinic.treatment((int) LENGTH.toMinutes(), (int) BUFFER.toMinutes(), "laser", List.of(practitioner));
        owner = clinic.owner();
        client = clinic.client();
    }

    @AfterAll
    static void stop() {
        one.close();
        two.close();
        SURROUNDINGS.stop();
    }

    @Test
    void oneAfterTheOtherTheFirstGetsItAndTimeOffGoesRoundIt() throws IOException {
        for (List<Deed> order : orders()) {
            Instant time = freshTime();
            var tries = prepare(order);
            var answers = new ArrayList<Answer>();
            for (int i = 0; i < tries.size(); i++) {
                answers.add(tries.get(i).at(desk(i), time));
            }

            assertThat(tries.getFirst().succeeded(answers.getFirst()))
                    .as("%s: %s", order, answers)
                    .isTrue();
            check(order, tries, answers, time);
        }
    }

    @Test
    void atOnceOneOfThemGetsItWhoeverThatIs() throws IOException {
        for (List<Deed> order : sets()) {
            for (int round = 0; round < ROUNDS; round++) {
                Instant time = freshTime();
                var tries = prepare(order);
                int turn = round;

                var answers =
                        BookingRacesIT.atOnce(tries.size(), i -> tries.get(i).at(desk(i + turn), time));

                check(order, tries, answers, time);
            }
        }
    }

    /** Who was told yes has it, alone; who was not was told that it is taken; and time off knows of whom it came too late for. */
    private static void check(List<Deed> order, List<Try> tries, List<Answer> answers, Instant time) {
        String story = order + " at " + time + ": " + answers;
        var takers = new ArrayList<Integer>();
        Answer away = null;
        for (int i = 0; i < tries.size(); i++) {
            if (tries.get(i).deed() == Deed.TIME_OFF) {
                away = answers.get(i);
                assertThat(away.status()).as(story).isEqualTo(201);
            } else if (tries.get(i).succeeded(answers.get(i))) {
                takers.add(i);
            } else {
                assertThat(answers.get(i).status()).as(story).isEqualTo(409);
                assertThat(answers.get(i).code()).as(story).isEqualTo("slot_taken");
            }
        }
        assertThat(takers).as(story).hasSizeLessThanOrEqualTo(1);
        assertThat(takers.isEmpty() && away == null).as(story).isFalse();
        boolean held = !takers.isEmpty() && tries.get(takers.getFirst()).deed() == Deed.HOLD;
        List<UUID> booked = takers.isEmpty() || held
                ? List.of()
                : List.of(answers.get(takers.getFirst()).id());
        if (away != null) {
            assertThat(outside(away)).as(story).isEqualTo(booked);
        }
        isTaken(story, time, booked, held && away == null, away != null);
    }

    private static void isTaken(String story, Instant time, List<UUID> booked, boolean held, boolean away) {
        String within = " and tstzrange(starts_at, ends_at) && tstzrange(?::timestamptz, ?::timestamptz)";
        Object[] span = {
            time.minus(BUFFER).toString(), time.plus(LENGTH).plus(BUFFER).toString()
        };
        // Practitioner and room each.
        assertThat(clinic.count("select count(*) from occupied_time where appointment_id is not null" + within, span))
                .as(story)
                .isEqualTo(2L * booked.size());
        assertThat(clinic.count("select count(*) from occupied_time where hold_id is not null" + within, span))
                .as(story)
                .isEqualTo(held ? 2 : 0);
        // All of it lies within the appointment, where there is one.
        assertThat(clinic.count("select count(*) from occupied_time where time_off_id is not null" + within, span))
                .as(story)
                .isEqualTo(away && booked.isEmpty() ? 1 : 0);
        for (UUID appointment : booked) {
            assertThat(clinic.count(
                            "select count(*) from appointments where appointment_id = ? and starts_at = ?::timestamptz",
                            appointment,
                            time.toString()))
                    .as(story)
                    .isEqualTo(1);
        }
    }

    private static List<UUID> outside(Answer away) {
        return StreamSupport.stream(away.body().get("outside").spliterator(), false)
                .map(each -> UUID.fromString(each.get("id").asText()))
                .toList();
    }

    /** Appointments that are to be moved are booked beforehand, somewhere else. */
    private static List<Try> prepare(List<Deed> order) throws IOException {
        var tries = new ArrayList<Try>();
        for (Deed deed : order) {
            UUID moved = null;
            if (deed == Deed.MOVE || deed == Deed.STAFF_MOVE) {
                Answer elsewhere = desk(0).book(client.token(), new Wish(treatment, practitioner, freshTime()));
                assertThat(elsewhere.status()).as(elsewhere.text()).isEqualTo(201);
                moved = elsewhere.id();
            }
            tries.add(new Try(deed, moved));
        }
        return tries;
    }

    /** Each time is used once, and none is near another. */
    private static Instant freshTime() {
        int number = used++;
        return clinic.at(number / 14, 7 + number % 14, 0);
    }

    private static BookingCaller desk(int number) {
        return new BookingCaller((number % 2 == 0 ? one : two).url(), clinic, Duration.ofSeconds(60));
    }

    /** Twos and threes, in one order each. */
    private static List<List<Deed>> sets() {
        return orders().stream()
                .filter(order -> order.equals(order.stream().sorted().toList()))
                .toList();
    }

    /** Twos and threes in every order. */
    private static List<List<Deed>> orders() {
        var orders = new ArrayList<List<Deed>>();
        for (Deed first : Deed.values()) {
            for (Deed second : Deed.values()) {
                if (second == first) {
                    continue;
                }
                orders.add(List.of(first, second));
                for (Deed third : Deed.values()) {
                    if (third != first && third != second) {
                        orders.add(List.of(first, second, third));
                    }
                }
            }
        }
        return orders;
    }
}
