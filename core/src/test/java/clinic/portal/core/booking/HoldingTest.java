package clinic.portal.core.booking;

import static clinic.portal.core.fixtures.Offers.changed;
import static clinic.portal.core.fixtures.Wishes.at;
import static clinic.portal.core.fixtures.Wishes.holding;
import static clinic.portal.core.fixtures.Wishes.wish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.portal.core.booking.Holding.Hold;
import clinic.portal.core.calendar.HoldId;
import clinic.portal.core.fixtures.Fixtures;
import clinic.portal.core.fixtures.World;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HoldingTest {
    private final World world = Fixtures.glow();
    private final Wish ten = wish(world.facial, world.iris, "2026-06-17T10:00");
    private final Wish eleven = wish(world.facial, world.iris, "2026-06-17T11:00");

    @Test
    void aHoldSaysWhatItHoldsAndForHowLong() {
        var hold = hold(ten);

        assertThat(hold)
                .isEqualTo(new Hold(
                        hold.id(),
                        Fixtures.NOW.plus(Duration.ofMinutes(5)),
                        new AppointmentView.Named(world.iris.id().value(), "Dr Iris Lane"),
                        at("2026-06-17T10:00"),
                        Fixtures.LONDON));
        assertThat(hold.id()).hasToString("HoldId[...]");
    }

    @Test
    void whatIsHeldIsTakenForEverybodyElse() {
        hold(ten);

        assertThatThrownBy(() -> hold(ten)).isInstanceOf(SlotTaken.class);
        assertThatThrownBy(() -> book(ten)).isInstanceOf(SlotTaken.class);
    }

    @Test
    void whoeverKnowsTheHoldBooksItsTime() {
        var hold = hold(ten);

        assertThat(book(holding(ten, hold.id()))).isNotNull();
    }

    @Test
    void whoWasNamedWithTheHoldStaysWhenOthersHaveLessToDo() {
        var hold = hold(ten);
        book(wish(world.facial, world.iris, "2026-06-17T14:00"));

        var anybody = wish(world.facial, "2026-06-17T10:00");
        assertThat(book(holding(anybody, hold.id())).practitioner().name()).isEqualTo("Dr Iris Lane");
    }

    @Test
    void aBookingElsewhereGivesBackWhatWasHeld() {
        var hold = hold(ten);

        book(holding(eleven, hold.id()));

        assertThat(book(ten)).isNotNull();
    }

    @Test
    void anotherHoldTakesThePlaceOfTheFirst() {
        var first = hold(ten);

        var overlapping = wish(world.facial, world.iris, "2026-06-17T10:30");
        assertThat(hold(holding(overlapping, first.id())).id()).isNotEqualTo(first.id());

        assertThat(book(wish(world.facial, world.iris, "2026-06-17T09:30"))).isNotNull();
    }

    @Test
    void aHoldLastsFiveMinutes() {
        hold(ten);

        world.clock.elapse(Duration.ofMinutes(5).minusMillis(1));
        assertThatThrownBy(() -> book(ten)).isInstanceOf(SlotTaken.class);

        world.clock.elapse(Duration.ofMillis(1));
        assertThat(book(ten)).isNotNull();
    }

    @Test
    void bookingGoesOnWithAHoldThatIsOver() {
        var hold = hold(ten);
        world.clock.elapse(Holding.LIFE);

        assertThat(book(holding(ten, hold.id()))).isNotNull();
    }

    @Test
    void bookingGoesOnWithAHoldThatNeverWas() {
        assertThat(book(holding(ten, new HoldId(Fixtures.uuid(1))))).isNotNull();
    }

    @Test
    void aHoldThatIsOverGivesNobodyWhatIsTakenSince() {
        var hold = hold(ten);
        world.clock.elapse(Holding.LIFE);
        book(ten);

        assertThatThrownBy(() -> book(holding(ten, hold.id()))).isInstanceOf(SlotTaken.class);
    }

    @Test
    void whatIsReleasedIsFree() {
        var hold = hold(ten);

        world.desk.holding.release(world.glow.id(), hold.id());

        assertThat(book(ten)).isNotNull();
    }

    @Test
    void releasingTwiceDoesNothing() {
        var hold = hold(ten);
        world.desk.holding.release(world.glow.id(), hold.id());
        book(ten);

        world.desk.holding.release(world.glow.id(), hold.id());

        assertThatThrownBy(() -> book(ten)).isInstanceOf(SlotTaken.class);
    }

    @Test
    void anotherClinicReleasesNothing() {
        var hold = hold(ten);

        world.desk.holding.release(world.calm.id(), hold.id());

        assertThatThrownBy(() -> book(ten)).isInstanceOf(SlotTaken.class);
    }

    @Test
    void whatIsNotOfferedIsNotHeld() {
        assertThatThrownBy(() -> hold(wish(world.facial, "2026-06-17T08:00"))).isInstanceOf(SlotNotOffered.class);
    }

    @Test
    void aRefusedHoldLeavesTheEarlierOneStanding() {
        var first = hold(ten);
        book(eleven);

        assertThatThrownBy(() -> hold(holding(eleven, first.id()))).isInstanceOf(SlotTaken.class);

        assertThatThrownBy(() -> book(ten)).isInstanceOf(SlotTaken.class);
    }

    @Test
    void theRoomIsHeldToo() {
        world.diary.treatments.put(world.glow.id(), changed(world.laser, draft -> draft.by(world.iris, world.noor)));
        hold(wish(world.laser, world.iris, "2026-06-17T10:00"));

        assertThatThrownBy(() -> book(wish(world.laser, world.noor, "2026-06-17T10:00")))
                .isInstanceOf(SlotTaken.class);
    }

    @Test
    void tidyingTakesAwayWhatIsOverAndNothingElse() {
        hold(ten);
        world.clock.elapse(Duration.ofMinutes(4));
        hold(eleven);
        world.clock.elapse(Duration.ofMinutes(1));

        assertThat(world.desk.holding.tidy(world.glow.id())).isEqualTo(1);
        assertThat(world.desk.holding.tidy(world.glow.id())).isZero();
        assertThatThrownBy(() -> book(eleven)).isInstanceOf(SlotTaken.class);
    }

    private Hold hold(Wish wish) {
        return world.desk.holding.hold(world.glow.id(), wish);
    }

    private AppointmentView book(Wish wish) {
        return world.desk.booking.book(world.asBen(), wish);
    }
}
