package clinic.portal.app.integrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import clinic.portal.app.world.PortalTest;
import clinic.portal.app.world.Practice;
import clinic.portal.app.world.Waiting;
import clinic.portal.core.shared.Throttle;
import clinic.portal.core.shared.Throttle.Allowance;
import com.example.portal.ApiException;
import com.example.portal.model.AppointmentStatus;
import com.example.portal.model.CalendarChange;
import com.example.portal.model.CalendarEvent;
import com.example.portal.model.CreateAppointment;
import com.example.portal.model.Problem;
import com.example.portal.model.Slot;
import com.example.portal.model.StaffAppointment;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The program of docs/integrating.md at work: from the key to the booking, with a client made from the contract. */
@QuarkusTest
class IntegratorTest extends PortalTest {
    private final String email = UUID.randomUUID() + "@example.org";
    private Integration integration;
    private PhoneBooking program;

    @Inject
    Throttle throttle;

    @BeforeEach
    void aProgramWithAKey() {
        integration = new Integration();
        program = integration.program();
    }

    @Test
    void fromTheKeyToTheFirstBooking() throws Exception {
        UUID treatment = program.treatment(Practice.SLUG, integration.treatmentName())
                .orElseThrow()
                .getId();
        Slot slot = integration.firstFree();
        UUID client = ada();

        StaffAppointment booked = program.book(client, treatment, slot, newKey());

        assertThat(booked.getStatus()).isEqualTo(AppointmentStatus.BOOKED);
        assertThat(booked.getClient().getId()).isEqualTo(client);
        assertThat(booked.getStartsAt()).isEqualTo(slot.getStartsAt());
        assertThat(program.read(booked.getId())).isEqualTo(booked);
    }

    @Test
    void theClientWhoIsThereIsFoundAndNotAddedAgain() throws ApiException {
        UUID first = ada();

        assertThat(program.client("Ada Okafor", email.toUpperCase(Locale.ROOT), newKey())
                        .getId())
                .isEqualTo(first);
    }

    @Test
    void aCallThatIsSentAgainIsDoneOnce() throws ApiException {
        var wish = new CreateAppointment()
                .clientId(ada())
                .treatmentId(integration.treatment())
                .startsAt(integration.firstFree().getStartsAt());
        String once = newKey();

        var first = program.bookWithAnswer(wish, once);
        var again = program.bookWithAnswer(wish, once);

        assertThat(again.getData()).isEqualTo(first.getData());
        assertThat(first.getHeaders()).doesNotContainKey("Idempotent-Replayed");
        assertThat(again.getHeaders().get("Idempotent-Replayed")).containsExactly("true");
        assertThat(codeOf(() -> program.bookWithAnswer(wish, newKey()))).isEqualTo("slot_taken");
        assertThat(codeOf(() -> program.bookWithAnswer(wish.notes("Another wish."), once)))
                .isEqualTo("idempotency_key_reused");
    }

    @Test
    void aProgramMustNameWhatItMightHaveToSendAgain() {
        var wish = new CreateAppointment()
                .clientId(UUID.randomUUID())
                .treatmentId(integration.treatment())
                .startsAt(OffsetDateTime.parse("2026-03-12T14:30:00Z"));

        assertThat(problemOf(() -> program.bookWithAnswer(wish, null)).getErrors())
                .extracting(violation -> violation.getPointer() + " " + violation.getCode())
                .containsExactly("Idempotency-Key required");
    }

    @Test
    void aBookingWhoseAnswerWasLostIsSentAgainAndMadeOnce() throws Exception {
        Slot slot = integration.firstFree();
        UUID client = ada();
        String once = newKey();
        var answers = new ArrayList<UUID>();

        StaffAppointment booked = PhoneBooking.patiently(() -> {
            StaffAppointment answer = program.book(client, integration.treatment(), slot, once);
            answers.add(answer.getId());
            if (answers.size() == 1) {
                throw new ApiException(new IOException("The line was cut before the answer came."));
            }
            return answer;
        });

        assertThat(answers).containsExactly(booked.getId(), booked.getId());
    }

    @Test
    void whatIsRefusedForGoodIsNotSentAgain() {
        var calls = new AtomicInteger();

        assertThatThrownBy(() -> PhoneBooking.patiently(() -> {
                    calls.incrementAndGet();
                    return program.read(UUID.randomUUID());
                }))
                .isInstanceOf(ApiException.class);
        assertThat(calls).hasValue(1);
    }

    @Test
    void whoCallsTooOftenIsToldHowLongToWait() {
        useUpTheLimit();

        ApiException refused = catchThrowableOfType(ApiException.class, () -> program.read(UUID.randomUUID()));
        var headers = refused.getResponseHeaders();
        long seconds = headers.firstValueAsLong("Retry-After").orElseThrow();

        assertThat(refused.getCode()).isEqualTo(429);
        assertThat(PhoneBooking.problem(refused).orElseThrow().getCode()).isEqualTo("too_many_requests");
        assertThat(headers.firstValue("RateLimit-Policy")).hasValue("\"key\";q=600;w=60");
        assertThat(headers.firstValue("RateLimit")).hasValue("\"key\";r=0;t=" + seconds);
        assertThat(PhoneBooking.mayBeSentAgain(refused)).isTrue();
        assertThat(PhoneBooking.pause(refused, 1))
                .isEqualTo(Duration.ofSeconds(seconds))
                .isPositive();
    }

    @Test
    void whatSomebodyElseHasChangedMeanwhileIsNotOverwritten() throws ApiException {
        UUID client = ada();
        String phone = "+447700900%03d".formatted(Math.floorMod(email.hashCode(), 1000));

        int version = program.changePhone(client, phone).getVersion();

        assertThat(version).isEqualTo(1);
        assertThat(codeOf(() -> program.changeUnseen(client))).isEqualTo("outdated");
    }

    @Test
    void theDiaryIsFollowedUntilTheKeyIsRevoked() throws Exception {
        var loads = new AtomicInteger();
        var events = new CopyOnWriteArrayList<CalendarEvent>();
        var over = new CompletableFuture<Void>();
        Thread.ofVirtual().start(() -> {
            try {
                program.follow(loads::incrementAndGet, events::add);
                over.complete(null);
            } catch (IOException | InterruptedException cut) {
                over.complete(null);
            }
        });
        Waiting.until("the stream").until(() -> loads.get() == 1);

        UUID booked = program.book(ada(), integration.treatment(), integration.firstFree(), newKey())
                .getId();

        Waiting.until("the booking")
                .until(() -> events.stream()
                        .anyMatch(event -> event.getAppointment().getId().equals(booked)
                                && event.getChange() == CalendarChange.BOOKED));
        integration.revokeKey();
        over.get(15, TimeUnit.SECONDS);
        assertThatThrownBy(() -> program.follow(loads::incrementAndGet, events::add))
                .hasMessage("Refused with 401");
    }

    /** As if the program had called 600 times, which takes longer. */
    private void useUpTheLimit() {
        var perMinute = new Allowance("api-key", 600, Duration.ofMinutes(1));
        for (int call = 0; call < perMinute.times(); call++) {
            throttle.take(perMinute, integration.key().id().toString());
        }
    }

    private UUID ada() throws ApiException {
        return program.client("Ada Okafor", email, newKey()).getId();
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }

    private static String codeOf(PhoneBooking.Call<?> call) {
        return problemOf(call).getCode();
    }

    private static Problem problemOf(PhoneBooking.Call<?> call) {
        return PhoneBooking.problem(catchThrowableOfType(ApiException.class, call::send))
                .orElseThrow();
    }
}
