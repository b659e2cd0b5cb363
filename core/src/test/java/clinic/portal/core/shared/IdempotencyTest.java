package clinic.portal.core.shared;

import static clinic.portal.core.fixtures.Fixtures.uuid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.portal.core.fixtures.Fixtures;
import clinic.portal.core.fixtures.World;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class IdempotencyTest {
    private static final Attempt BOOK = new Attempt("client 1", "POST /appointments", "key 1", "aa");

    private final World world = Fixtures.glow();
    private final AtomicInteger done = new AtomicInteger();

    @Test
    void whatIsDoneOnceIsAnsweredTheSameFromThenOn() {
        assertThat(once(BOOK)).isEqualTo(new Answer("done 1", false));
        assertThat(once(BOOK)).isEqualTo(new Answer("done 1", true));
        assertThat(once(BOOK)).isEqualTo(new Answer("done 1", true));
    }

    @Test
    void anotherKeyDoesItAgain() {
        once(BOOK);

        assertThat(once(new Attempt("client 1", "POST /appointments", "key 2", "aa")))
                .isEqualTo(new Answer("done 2", false));
    }

    @Test
    void aKeyIsItsOwnersItsRoutesAndItsClinics() {
        once(BOOK);

        assertThat(once(new Attempt("client 2", "POST /appointments", "key 1", "aa"))
                        .replayed())
                .isFalse();
        assertThat(once(new Attempt("client 1", "POST /holds", "key 1", "aa")).replayed())
                .isFalse();
        assertThat(world.desk
                        .idempotency
                        .once(world.calm.id(), BOOK, this::work)
                        .replayed())
                .isFalse();
        assertThat(done).hasValue(4);
    }

    @Test
    void aKeyIsNotForSomethingElse() {
        once(BOOK);

        assertThatThrownBy(() -> once(new Attempt("client 1", "POST /appointments", "key 1", "bb")))
                .isInstanceOf(IdempotencyKeyReused.class)
                .hasFieldOrPropertyWithValue("code", "idempotency_key_reused");
        assertThat(done).hasValue(1);
    }

    @Test
    void whatIsBeingDoneIsNotDoneTwiceAtOnce() {
        var answer = once(BOOK, () -> {
            assertThatThrownBy(() -> once(BOOK))
                    .isInstanceOf(IdempotencyInFlight.class)
                    .hasFieldOrPropertyWithValue("code", "idempotency_in_flight");
            return work();
        });

        assertThat(answer).isEqualTo(new Answer("done 1", false));
    }

    @Test
    void aRefusalLeavesTheKeyFree() {
        assertThatThrownBy(() -> once(BOOK, () -> {
                    throw new NoSuchThing();
                }))
                .isInstanceOf(NoSuchThing.class);

        assertThat(once(BOOK)).isEqualTo(new Answer("done 1", false));
    }

    @Test
    void afterARefusalTheKeyIsFreeForSomethingElseToo() {
        assertThatThrownBy(() -> once(BOOK, () -> {
                    throw new NoSuchThing();
                }))
                .isInstanceOf(NoSuchThing.class);

        assertThat(once(new Attempt("client 1", "POST /appointments", "key 1", "bb"))
                        .replayed())
                .isFalse();
    }

    @Test
    void aFailureLeavesTheKeyFree() {
        assertThatThrownBy(() -> once(BOOK, () -> {
                    throw new StackOverflowError("an accident");
                }))
                .isInstanceOf(StackOverflowError.class);

        assertThat(once(BOOK)).isEqualTo(new Answer("done 1", false));
    }

    @Test
    void whoeverDiedWithItIsFollowedAfterAMinute() {
        world.desk.claims.claim(world.glow.id(), BOOK, uuid(1));

        world.clock.elapse(Duration.ofSeconds(60).minusMillis(1));
        assertThatThrownBy(() -> once(BOOK)).isInstanceOf(IdempotencyInFlight.class);

        world.clock.elapse(Duration.ofMillis(1));
        assertThat(once(BOOK)).isEqualTo(new Answer("done 1", false));
    }

    @Test
    void whoeverOnlySeemedDeadKeepsNothingAndTakesNothingBack() {
        assertThatThrownBy(() -> once(BOOK, () -> {
                    world.clock.elapse(Duration.ofSeconds(60));
                    assertThat(once(BOOK)).isEqualTo(new Answer("done 1", false));
                    return "too late";
                }))
                .isInstanceOf(Busy.class);

        assertThat(once(BOOK)).isEqualTo(new Answer("done 1", true));
    }

    @Test
    void anAnswerIsKeptForADay() {
        once(BOOK);

        world.clock.elapse(Duration.ofHours(24).minusMillis(1));
        assertThat(world.desk.claims.tidy(world.glow.id())).isZero();
        assertThat(once(BOOK).replayed()).isTrue();

        world.clock.elapse(Duration.ofMillis(1));
        assertThat(once(BOOK)).isEqualTo(new Answer("done 2", false));
    }

    @Test
    void tidyingTakesAwayWhatIsADayOld() {
        once(BOOK);
        world.clock.elapse(Duration.ofHours(24));

        assertThat(world.desk.claims.tidy(world.calm.id())).isZero();
        assertThat(world.desk.claims.tidy(world.glow.id())).isEqualTo(1);
    }

    @Test
    void somebodyBusyIsToldWhenToComeAgain() {
        assertThat(new Busy().retryAfter()).isEqualTo(Duration.ofSeconds(1));
    }

    private Answer once(Attempt attempt) {
        return once(attempt, this::work);
    }

    private Answer once(Attempt attempt, Supplier<String> doing) {
        return world.desk.idempotency.once(world.glow.id(), attempt, doing);
    }

    private String work() {
        return "done " + done.incrementAndGet();
    }
}
