package clinic.portal.app.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import clinic.portal.app.process.BookingCaller.Answer;
import clinic.portal.app.process.BookingCaller.Wish;
import clinic.portal.app.process.BookingClinic.Member;
import clinic.portal.app.world.RealSurroundings;
import clinic.portal.app.world.Waiting;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two instances whose clocks are wrong, by what holds and tokens live for, each the other way (SECURITY B42). */
class BookingClocksIT {
    private static final RealSurroundings SURROUNDINGS = new RealSurroundings();
    private static final Duration OFF = Duration.ofMinutes(5);

    private static RunningPortal fast;
    private static RunningPortal slow;

    private BookingClinic clinic;
    private Member client;
    private Wish wish;

    @BeforeAll
    static void start() {
        var settings = new HashMap<>(SURROUNDINGS.start());
        settings.put("quarkus.profile", "prod");
        fast = RunningPortal.ready(settings, List.of(BookingClockAgent.option(OFF)));
        slow = RunningPortal.ready(settings, List.of(BookingClockAgent.option(OFF.negated())));
    }

    @AfterAll
    static void stop() {
        fast.close();
        slow.close();
        SURROUNDINGS.stop();
    }

    @BeforeEach
    void open() {
        clinic = BookingClinic.open();
        client = clinic.client();
        UUID practitioner = clinic.practitioner();
        wish = new Wish(clinic.treatment(30, 0, null, List.of(practitioner)), practitioner, clinic.at(0, 10, 0));
    }

    /** Or the rest would show nothing. */
    @Test
    void theirClocksReallyAreWrong() throws IOException {
        var apart = Duration.between(firstWords(slow), firstWords(fast));

        assertThat(apart)
                .isBetween(
                        OFF.multipliedBy(2).minusSeconds(90),
                        OFF.multipliedBy(2).plusSeconds(90));
    }

    @Test
    void aHoldLastsFiveMinutesWhoeverMadeItAndIsKeptByAll() throws IOException {
        Answer hold = at(slow).hold(wish);

        assertThat(hold.status()).as(hold.text()).isEqualTo(201);
        assertThat(expiry(hold)).isCloseTo(now().plus(OFF), within(30, ChronoUnit.SECONDS));
        // By its own clock it has been over since it was made.
        assertThat(at(fast).book(client.token(), wish).code()).isEqualTo("slot_taken");
        assertThat(at(fast).book(client.token(), wish.with(hold.id(), null)).status())
                .isEqualTo(201);
    }

    @Test
    void aHoldThatIsOverIsOverForAll() throws IOException {
        assertThat(at(fast).hold(wish).status()).isEqualTo(201);
        clinic.change("update occupied_time set expires_at = clock_timestamp() - interval '1 second'");
        clinic.change("update holds set expires_at = clock_timestamp() - interval '1 second'");

        // By its own clock it would have five minutes left.
        assertThat(at(slow).book(client.token(), wish).status()).isEqualTo(201);
    }

    @Test
    void aTokenLivesFiveMinutesWhoeverMadeItAndReadsIt() throws IOException {
        Answer made = at(slow).makeToken(client.token());
        assertThat(expiry(made)).isCloseTo(now().plus(OFF), within(30, ChronoUnit.SECONDS));

        Answer redeemed = at(fast).redeem(made.body().get("token").asText());

        assertThat(redeemed.status()).as(redeemed.text()).isEqualTo(200);
        assertThat(at(slow).bookByGrant(redeemed.body().get("bookingGrant").asText(), wish)
                        .status())
                .isEqualTo(201);
    }

    @Test
    void aTokenThatIsOverIsOverForAll() throws IOException {
        String token = at(fast).makeToken(client.token()).body().get("token").asText();
        clinic.change("update one_time_keys set expires_at = clock_timestamp() - interval '1 second'");

        assertThat(at(slow).redeem(token).code()).isEqualTo("prefill_expired");
    }

    @Test
    void theNoticeEndsForAllAtOnce() throws IOException {
        clinic.change("update clinics set cancel_notice_minutes = 60");
        Answer booked = at(fast).book(client.token(), wish);
        clinic.change("update occupied_time set starts_at = clock_timestamp() + interval '57 minutes',"
                + " ends_at = clock_timestamp() + interval '87 minutes'");
        clinic.change("update appointments set starts_at = clock_timestamp() + interval '57 minutes',"
                + " ends_at = clock_timestamp() + interval '87 minutes'");

        // By the slow one's clock there are two minutes left.
        assertThat(at(slow).cancel(client.token(), booked.id()).code()).isEqualTo("appointment_locked");
    }

    @Test
    void wordGoesOutAtOnceWhoeverWasAsked() throws IOException {
        assertThat(at(fast).book(client.token(), wish).status()).isEqualTo(201);
        assertThat(at(slow).book(client.token(), new Wish(wish.treatment(), null, clinic.at(0, 12, 0)))
                        .status())
                .isEqualTo(201);

        Waiting.until("both are told")
                .until(() -> clinic.count("select count(*) from messages where outcome = 'sent'") == 2);
    }

    private BookingCaller at(RunningPortal instance) {
        return new BookingCaller(instance.url(), clinic, Duration.ofSeconds(30));
    }

    private static Instant expiry(Answer answer) {
        return OffsetDateTime.parse(answer.body().get("expiresAt").asText()).toInstant();
    }

    private Instant now() {
        return Instant.ofEpochSecond(clinic.count("select extract(epoch from clock_timestamp())::bigint"));
    }

    private static Instant firstWords(RunningPortal instance) throws IOException {
        String line = instance.log()
                .lines()
                .filter(each -> each.startsWith("{"))
                .findFirst()
                .orElseThrow();
        return OffsetDateTime.parse(
                        new ObjectMapper().readTree(line).get("timestamp").asText())
                .toInstant();
    }
}
