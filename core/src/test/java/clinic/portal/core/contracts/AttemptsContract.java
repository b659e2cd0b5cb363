package clinic.portal.core.contracts;

import static clinic.portal.core.fixtures.Fixtures.uuid;
import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.core.shared.Attempt;
import clinic.portal.core.shared.Attempts;
import clinic.portal.core.shared.Attempts.Standing;
import clinic.portal.core.shared.ClinicId;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

public abstract class AttemptsContract {
    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final Duration KEPT = Duration.ofHours(24);
    private static final Duration MOMENT = Duration.ofSeconds(5);
    private static final UUID FIRST = uuid(1);
    private static final UUID SECOND = uuid(2);
    private static final String PAYLOAD = "ab".repeat(32);
    private static final Attempt BOOK = new Attempt("client 1", "POST /v1/me/appointments", "key-0001", PAYLOAD);

    protected abstract Attempts attempts();

    protected abstract ClinicId clinic();

    protected abstract ClinicId otherClinic();

    /** Moves the store's clock, or all that is stored the other way. */
    protected abstract void elapse(Duration time);

    @Test
    void theFirstClaimHasIt() {
        assertThat(claim(BOOK, FIRST)).isEqualTo(new Standing.Mine());
        assertThat(claim(BOOK, SECOND)).isEqualTo(new Standing.InFlight());
    }

    @Test
    void whatIsKeptIsAnsweredToTheLetter() {
        claim(BOOK, FIRST);
        String body = "{\"notes\": \"Grüße \\u0041 ☺\",  \"b\": 1, \"a\": 2}";

        assertThat(keep(FIRST, body)).isTrue();

        assertThat(claim(BOOK, SECOND)).isEqualTo(new Standing.Answered(body));
    }

    @Test
    void anotherPayloadIsSomethingElseInFlightOrAnswered() {
        var other = new Attempt(BOOK.principal(), BOOK.route(), BOOK.key(), "cd".repeat(32));
        claim(BOOK, FIRST);
        assertThat(claim(other, SECOND)).isEqualTo(new Standing.OtherPayload());

        keep(FIRST, "{}");
        assertThat(claim(other, SECOND)).isEqualTo(new Standing.OtherPayload());
    }

    @Test
    void keysAreCountedApartByAllThatScopesThem() {
        claim(BOOK, FIRST);

        for (Attempt other : List.of(
                new Attempt("client 2", BOOK.route(), BOOK.key(), PAYLOAD),
                new Attempt(BOOK.principal(), "POST /v1/me/holds", BOOK.key(), PAYLOAD),
                new Attempt(BOOK.principal(), BOOK.route(), "key-0002", PAYLOAD))) {
            assertThat(claim(other, SECOND)).isEqualTo(new Standing.Mine());
        }
        assertThat(attempts().claim(otherClinic(), BOOK, SECOND, LEASE, KEPT)).isEqualTo(new Standing.Mine());
    }

    @Test
    void whatIsGivenUpIsFree() {
        claim(BOOK, FIRST);

        attempts().giveUp(clinic(), BOOK, FIRST);

        assertThat(claim(BOOK, SECOND)).isEqualTo(new Standing.Mine());
    }

    @Test
    void anAnswerIsNotGivenUp() {
        claim(BOOK, FIRST);
        keep(FIRST, "{}");

        attempts().giveUp(clinic(), BOOK, FIRST);

        assertThat(claim(BOOK, SECOND)).isEqualTo(new Standing.Answered("{}"));
    }

    @Test
    void aClaimThatIsNotRenewedIsTakenOver() {
        claim(BOOK, FIRST);

        elapse(LEASE.minus(MOMENT));
        assertThat(claim(BOOK, SECOND)).isEqualTo(new Standing.InFlight());

        elapse(MOMENT.multipliedBy(2));
        assertThat(claim(BOOK, SECOND)).isEqualTo(new Standing.Mine());
        assertThat(claim(BOOK, uuid(3))).isEqualTo(new Standing.InFlight());
    }

    @Test
    void whoseClaimWasTakenOverKeepsNothingAndGivesNothingUp() {
        claim(BOOK, FIRST);
        elapse(LEASE.plus(MOMENT));
        claim(BOOK, SECOND);

        assertThat(keep(FIRST, "late")).isFalse();
        attempts().giveUp(clinic(), BOOK, FIRST);

        assertThat(claim(BOOK, uuid(3))).isEqualTo(new Standing.InFlight());
        assertThat(keep(SECOND, "{}")).isTrue();
    }

    @Test
    void whoWaitedTooLongWithoutBeingTakenOverKeepsItAll() {
        claim(BOOK, FIRST);
        elapse(LEASE.plus(MOMENT));

        assertThat(keep(FIRST, "{}")).isTrue();
    }

    @Test
    void nothingIsKeptWithoutAClaim() {
        assertThat(keep(FIRST, "{}")).isFalse();
    }

    @Test
    void anAnswerIsForgottenInTimeWhetherOrNotAnybodyTidies() {
        claim(BOOK, FIRST);
        keep(FIRST, "{}");

        elapse(KEPT.minus(MOMENT));
        assertThat(claim(BOOK, SECOND)).isEqualTo(new Standing.Answered("{}"));

        elapse(MOMENT.multipliedBy(2));
        assertThat(claim(BOOK, SECOND)).isEqualTo(new Standing.Mine());
        assertThat(claim(BOOK, uuid(3))).isEqualTo(new Standing.InFlight());
    }

    @Test
    void forgettingTakesAwayWhatIsOldEnough() {
        claim(BOOK, FIRST);
        keep(FIRST, "{}");
        elapse(KEPT.plus(MOMENT));
        claim(new Attempt(BOOK.principal(), BOOK.route(), "key-0002", PAYLOAD), SECOND);

        assertThat(attempts().forget(otherClinic(), KEPT)).isZero();
        assertThat(attempts().forget(clinic(), KEPT)).isEqualTo(1);
        assertThat(attempts().forget(clinic(), KEPT)).isZero();
    }

    private Standing claim(Attempt attempt, UUID claim) {
        return attempts().claim(clinic(), attempt, claim, LEASE, KEPT);
    }

    private boolean keep(UUID claim, String body) {
        return attempts().keep(clinic(), BOOK, claim, body);
    }
}
