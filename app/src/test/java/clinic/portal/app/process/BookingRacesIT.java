package clinic.portal.app.process;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.app.process.BookingCaller.Answer;
import clinic.portal.app.process.BookingCaller.Wish;
import clinic.portal.app.process.BookingClinic.Member;
import clinic.portal.app.world.RealSurroundings;
import clinic.portal.app.world.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Many clients, two processes, one database, one time that all of them want. */
class BookingRacesIT {
    private static final RealSurroundings SURROUNDINGS = new RealSurroundings();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static Map<String, String> settings;
    private static RunningPortal one;
    private static RunningPortal two;

    @BeforeAll
    static void start() {
        settings = new HashMap<>(SURROUNDINGS.start());
        settings.put("quarkus.profile", "prod");
        one = RunningPortal.ready(settings);
        two = RunningPortal.ready(settings);
    }

    @AfterAll
    static void stop() {
        one.close();
        two.close();
        SURROUNDINGS.stop();
    }

    @Test
    void ofAThousandAtOnceForOneTimeOneGetsIt() {
        var clinic = BookingClinic.open();
        UUID practitioner = clinic.practitioner();
        UUID room = clinic.room("laser");
        var wish =
                new Wish(clinic.treatment(30, 10, "laser", List.of(practitioner)), practitioner, clinic.at(0, 10, 0));
        var clients = clinic.clients(50);

        var answers =
                atOnce(1_000, i -> desk(clinic, i).book(clients.get(i % 50).token(), wish));

        assertThat(statuses(answers)).isEqualTo(Map.of(201, 1L, 409, 999L));
        assertThat(answers.stream().filter(each -> each.status() == 409))
                .allMatch(each -> each.code().equals("slot_taken"));
        assertThat(clinic.count("select count(*) from appointments")).isEqualTo(1);
        assertThat(clinic.count("select count(*) from occupied_time where resource_id = ?", practitioner))
                .isEqualTo(1);
        assertThat(clinic.count("select count(*) from occupied_time where resource_id = ?", room))
                .isEqualTo(1);
    }

    @Test
    void asManyAreBookedWithAnybodyAsThereArePractitioners() {
        var clinic = BookingClinic.open();
        var practitioners = new ArrayList<UUID>();
        for (int i = 0; i < 5; i++) {
            practitioners.add(clinic.practitioner());
        }
        var wish = new Wish(clinic.treatment(30, 0, null, practitioners), null, clinic.at(0, 10, 0));
        var clients = clinic.clients(200);

        var answers = atOnce(200, i -> desk(clinic, i).book(clients.get(i).token(), wish));

        assertThat(statuses(answers)).isEqualTo(Map.of(201, 5L, 409, 195L));
        assertThat(answers.stream().filter(each -> each.status() == 201).map(Answer::practitioner))
                .containsExactlyInAnyOrderElementsOf(practitioners);
        assertThat(clinic.count("select count(distinct resource_id) from occupied_time"))
                .isEqualTo(5);
    }

    @Test
    void roomsRunOutBeforePractitionersDo() {
        var clinic = BookingClinic.open();
        var practitioners = List.of(clinic.practitioner(), clinic.practitioner(), clinic.practitioner());
        var rooms = List.of(clinic.room("laser"), clinic.room("laser"));
        var wish = new Wish(clinic.treatment(30, 0, "laser", practitioners), null, clinic.at(0, 10, 0));
        var clients = clinic.clients(60);

        var answers = atOnce(
                60,
                i -> desk(clinic, i)
                        .book(
                                clients.get(i).token(),
                                new Wish(wish.treatment(), practitioners.get(i % 3), wish.startsAt())));

        assertThat(statuses(answers)).isEqualTo(Map.of(201, 2L, 409, 58L));
        for (UUID room : rooms) {
            assertThat(clinic.count("select count(*) from appointments where room_id = ?", room))
                    .isEqualTo(1);
        }
    }

    @Test
    void whatIsAskedFiftyTimesUnderOneKeyIsDoneOnce() {
        var clinic = BookingClinic.open();
        UUID practitioner = clinic.practitioner();
        UUID treatment = clinic.treatment(30, 0, null, List.of(practitioner));
        var wish = new Wish(treatment, practitioner, clinic.at(0, 10, 0));
        var otherWish = new Wish(treatment, practitioner, clinic.at(0, 12, 0));
        Member client = clinic.client();

        var answers = atOnce(50, i -> desk(clinic, i).book(client.token(), wish, "Idempotency-Key", "one and only"));

        var done = answers.stream().filter(each -> each.status() == 201).toList();
        assertThat(done).isNotEmpty();
        assertThat(done).extracting(Answer::text).containsOnly(done.getFirst().text());
        assertThat(answers.stream().filter(each -> each.status() != 201))
                .allMatch(each -> each.status() == 409 && each.code().equals("idempotency_in_flight"));
        assertThat(clinic.count("select count(*) from appointments")).isEqualTo(1);
        for (int instance = 0; instance < 2; instance++) {
            var again = ask(desk(clinic, instance), desk -> desk.book(client.token(), wish, key("one and only")));
            assertThat(again.status()).isEqualTo(201);
            assertThat(again.replayed()).isTrue();
            assertThat(again.text()).isEqualTo(done.getFirst().text());
            var other = ask(desk(clinic, instance), desk -> desk.book(client.token(), otherWish, key("one and only")));
            assertThat(other.status()).isEqualTo(422);
            assertThat(other.code()).isEqualTo("idempotency_key_reused");
        }
        assertThat(clinic.count("select count(*) from appointments")).isEqualTo(1);
    }

    @Test
    void whatACrashInterruptedIsDoneOnceWhenAskedAgain() {
        var clinic = BookingClinic.open();
        UUID practitioner = clinic.practitioner();
        UUID treatment = clinic.treatment(15, 0, null, List.of(practitioner));
        var clients = clinic.clients(120);
        var wishes = new ArrayList<Wish>();
        for (int i = 0; i < 120; i++) {
            wishes.add(new Wish(treatment, practitioner, clinic.at(i / 30, 8 + i % 30 / 4, i % 30 % 4 * 15)));
        }
        var before = new HashMap<Integer, Answer>();
        try (var dying = RunningPortal.ready(settings)) {
            var desk = new BookingCaller(dying.url(), clinic, PATIENCE);
            var calls = start(120, i -> {
                Answer answer = desk.book(clients.get(i).token(), wishes.get(i), key("crash number " + i));
                synchronized (before) {
                    before.put(i, answer);
                }
                return answer;
            });
            Waiting.until("some are booked")
                    .dontCatchUncaughtExceptions()
                    .until(() -> clinic.count("select count(*) from appointments") >= 20);
            dying.kill();
            calls.forEach(BookingRacesIT::waitForAnyEnd);
        }
        assertThat(before.values()).extracting(Answer::status).containsOnly(201);
        assertThat(before.size())
                .as("calls that the crash left without an answer")
                .isLessThan(120);
        // Instead of waiting until the claims of a dead process are void.
        clinic.change("update idempotency_keys set claimed_at = claimed_at - interval '2 minutes' where body is null");

        var answers =
                atOnce(120, i -> desk(clinic, i).book(clients.get(i).token(), wishes.get(i), key("crash number " + i)));

        assertThat(statuses(answers)).isEqualTo(Map.of(201, 120L));
        before.forEach((i, answer) -> {
            assertThat(answers.get(i).text()).isEqualTo(answer.text());
            assertThat(answers.get(i).replayed()).isTrue();
        });
        assertThat(clinic.count("select count(*) from appointments")).isEqualTo(120);
        assertThat(clinic.count("select count(distinct (client_id, starts_at)) from appointments"))
                .isEqualTo(120);
    }

    @Test
    void aPrefillTokenIsSpentOnceByAHundred() {
        var clinic = BookingClinic.open();
        Member client = clinic.client();
        UUID treatment = clinic.treatment(30, 0, null, List.of(clinic.practitioner()));
        String token = ask(desk(clinic, 0), desk -> desk.makeToken(client.token()))
                .body()
                .get("token")
                .asText();

        var answers = atOnce(100, i -> desk(clinic, i).redeem(token));

        assertThat(statuses(answers)).isEqualTo(Map.of(200, 1L, 410, 99L));
        assertThat(answers.stream().filter(each -> each.status() == 410))
                .allMatch(each -> each.code().equals("prefill_used"));
        String grant = answers.stream()
                .filter(each -> each.status() == 200)
                .map(each -> each.body().get("bookingGrant").asText())
                .findFirst()
                .orElseThrow();
        // Different times, so that nothing but the grant is in the way.
        var bookings = atOnce(
                40, i -> desk(clinic, i).bookByGrant(grant, new Wish(treatment, null, clinic.at(i / 8, 9 + i % 8, 0))));
        assertThat(statuses(bookings)).isEqualTo(Map.of(201, 1L, 410, 39L));
        assertThat(clinic.count("select count(*) from appointments where client_id = ?", client.id()))
                .isEqualTo(1);
    }

    /** The line for one time is as long as there are connections; who does not get one is told to come back. */
    @Test
    void whoCannotEvenStandInLineIsToldToComeBack() throws Exception {
        var clinic = BookingClinic.open();
        UUID practitioner = clinic.practitioner();
        var wish = new Wish(clinic.treatment(30, 0, null, List.of(practitioner)), practitioner, clinic.at(0, 10, 0));
        var clients = clinic.clients(4);
        var narrow = new HashMap<>(settings);
        narrow.put("portal.db.pool", "3");
        narrow.put("quarkus.datasource.jdbc.acquisition-timeout", "2s");
        try (var small = RunningPortal.ready(narrow)) {
            var desk = new BookingCaller(small.url(), clinic, PATIENCE);
            List<Future<Answer>> calls = clinic.inside(connection -> {
                // Nobody books while this is held.
                try (var lock = connection.prepareStatement("select pg_advisory_xact_lock(7111, hashtext(?))")) {
                    lock.setString(1, clinic.id().toString());
                    lock.execute();
                }
                var waiting = start(4, i -> desk.book(clients.get(i).token(), wish));
                Waiting.until("one is sent away")
                        .dontCatchUncaughtExceptions()
                        .until(() -> waiting.stream().anyMatch(Future::isDone));
                return waiting;
            });
            var answers = calls.stream().map(BookingRacesIT::result).toList();
            assertThat(answers).extracting(Answer::status).contains(503, 201).doesNotContain(500);
            assertThat(answers.stream().filter(each -> each.status() == 503))
                    .allMatch(each -> each.code().equals("temporarily_unavailable"));
        }
    }

    interface Call {
        Answer make(int number) throws Exception;
    }

    interface Asking {
        Answer of(BookingCaller desk) throws Exception;
    }

    private static BookingCaller desk(BookingClinic clinic, int number) {
        return new BookingCaller((number % 2 == 0 ? one : two).url(), clinic, PATIENCE);
    }

    private static String[] key(String key) {
        return new String[] {"Idempotency-Key", key};
    }

    private static Answer ask(BookingCaller desk, Asking asking) {
        return atOnce(1, i -> asking.of(desk)).getFirst();
    }

    /** All of them set out together; an exception of one is the test's. */
    static List<Answer> atOnce(int count, Call call) {
        return start(count, call).stream().map(BookingRacesIT::result).toList();
    }

    private static List<Future<Answer>> start(int count, Call call) {
        var ready = new CountDownLatch(count);
        var calls = new ArrayList<Callable<Answer>>();
        for (int i = 0; i < count; i++) {
            int mine = i;
            calls.add(() -> {
                ready.countDown();
                ready.await();
                return call.make(mine);
            });
        }
        var futures = new ArrayList<Future<Answer>>();
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        calls.forEach(each -> futures.add(threads.submit(each)));
        threads.shutdown();
        return futures;
    }

    private static Answer result(Future<Answer> call) {
        try {
            return call.get();
        } catch (ExecutionException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static void waitForAnyEnd(Future<Answer> call) {
        try {
            call.get();
        } catch (ExecutionException | InterruptedException broken) {
            // The process died under it.
            assertThat(broken).hasRootCauseInstanceOf(java.io.IOException.class);
        }
    }

    private static Map<Integer, Long> statuses(List<Answer> answers) {
        return answers.stream().collect(groupingBy(Answer::status, counting()));
    }
}
