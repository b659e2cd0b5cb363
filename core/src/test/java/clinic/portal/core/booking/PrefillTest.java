package clinic.portal.core.booking;

import static clinic.portal.core.fixtures.Wishes.wish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import clinic.portal.core.booking.Prefill.Redeemed;
import clinic.portal.core.booking.Prefill.Token;
import clinic.portal.core.clinic.Clinic;
import clinic.portal.core.fixtures.Fixtures;
import clinic.portal.core.fixtures.World;
import clinic.portal.core.shared.NoSuchThing;
import clinic.portal.core.shared.PreviewReadOnly;
import clinic.portal.core.shared.Refusal;
import java.net.URI;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class PrefillTest {
    private final World world = Fixtures.glow();
    private final Wish ten = wish(world.facial, "2026-06-17T10:00");
    private final Wish noon = wish(world.facial, "2026-06-17T12:00");

    @Test
    void aTokenLeadsToTheBookingFormAndLastsFiveMinutes() {
        var token = world.desk.prefill.create(world.asAda());

        assertThat(token.token()).hasSize(43);
        assertThat(token.bookingUrl()).isEqualTo(URI.create("https://portal.example/glow/book#t=" + token.token()));
        assertThat(token.expiresAt()).isEqualTo(Fixtures.NOW.plus(Duration.ofMinutes(5)));
        assertThat(token.zone()).isEqualTo(Fixtures.LONDON);
    }

    @Test
    void aTokenIsWorthTheClientsOwnDetailsAndAGrant() {
        var redeemed = redeem(world.desk.prefill.create(world.asAda()));

        assertThat(redeemed.client()).isEqualTo(world.ada);
        assertThat(redeemed.grant()).hasSize(43);
        assertThat(redeemed.expiresAt()).isEqualTo(Fixtures.NOW.plus(Duration.ofMinutes(15)));
        assertThat(redeemed.zone()).isEqualTo(Fixtures.LONDON);
    }

    @Test
    void aGrantBooksForItsClientAlone() {
        var booked = bookBy(redeem(world.desk.prefill.create(world.asAda())).grant(), ten);

        assertThat(world.myAppointments.show(world.asAda(), booked.id())).isEqualTo(booked);
    }

    @Test
    void whoHasAGrantIsKnownWellEnoughForConditions() {
        var adas = redeem(world.desk.prefill.create(world.asAda())).grant();
        var bens = redeem(world.desk.prefill.create(world.asBen())).grant();

        assertThat(bookBy(adas, wish(world.peel, "2026-06-17T10:00"))).isNotNull();
        assertThatThrownBy(() -> bookBy(bens, wish(world.peel, "2026-06-17T12:00")))
                .isInstanceOf(TreatmentRequired.class);
    }

    @Test
    void aTokenIsGoodForOneUse() {
        var token = world.desk.prefill.create(world.asAda());
        redeem(token);

        assertRefused("prefill_used", () -> redeem(token));
    }

    @Test
    void aTokenIsNoGoodAfterFiveMinutes() {
        var token = world.desk.prefill.create(world.asAda());
        var another = world.desk.prefill.create(world.asAda());

        world.clock.elapse(Duration.ofMinutes(5).minusMillis(1));
        assertThat(redeem(token)).isNotNull();

        world.clock.elapse(Duration.ofMillis(1));
        assertRefused("prefill_expired", () -> redeem(another));
    }

    @Test
    void aTokenThatNobodyWasGivenIsNone() {
        assertRefused("prefill_invalid", () -> world.desk.prefill.redeem(world.glow.id(), "made up"));
    }

    @Test
    void aTokenIsNoneAtAnotherClinicAndStaysGoodAtItsOwn() {
        var token = world.desk.prefill.create(world.asAda());

        assertRefused("prefill_invalid", () -> world.desk.prefill.redeem(world.calm.id(), token.token()));
        assertThat(redeem(token)).isNotNull();
    }

    @Test
    void aTokenOfSomebodyErasedIsNone() {
        var token = world.desk.prefill.create(world.asAda());
        world.profiles.erase(world.glow.id(), world.ada.id());

        assertRefused("prefill_invalid", () -> redeem(token));
    }

    @Test
    void aGrantIsGoodForOneBooking() {
        var grant = redeem(world.desk.prefill.create(world.asAda())).grant();
        bookBy(grant, ten);

        assertRefused("grant_used", () -> bookBy(grant, noon));
    }

    @Test
    void aGrantIsNoGoodAfterFifteenMinutes() {
        var grant = redeem(world.desk.prefill.create(world.asAda())).grant();
        world.clock.elapse(Duration.ofMinutes(15));

        assertRefused("grant_expired", () -> bookBy(grant, ten));
    }

    @Test
    void tokenAndGrantAreNotWorthEachOther() {
        var token = world.desk.prefill.create(world.asAda());
        var grant = redeem(world.desk.prefill.create(world.asAda())).grant();

        assertRefused("grant_invalid", () -> bookBy(token.token(), ten));
        assertRefused("prefill_invalid", () -> world.desk.prefill.redeem(world.glow.id(), grant));
    }

    @Test
    void aPreviewIsGivenNoToken() {
        assertThatThrownBy(() -> world.desk.prefill.create(world.asAdaInPreview()))
                .isInstanceOf(PreviewReadOnly.class);
    }

    @Test
    void aPortalThatIsOffRedeemsNothing() {
        var token = world.desk.prefill.create(world.asAda());
        Clinic open = world.glow;
        world.clinics.put(Fixtures.switchedOff(open));

        assertThatThrownBy(() -> redeem(token)).isInstanceOf(NoSuchThing.class);

        world.clinics.put(open);
        assertThat(redeem(token)).isNotNull();
    }

    @Test
    void neitherTokenNorGrantIsEverPrinted() {
        var token = world.desk.prefill.create(world.asAda());

        assertThat(token).hasToString("Token[...]");
        assertThat(redeem(token)).hasToString("Redeemed[...]");
    }

    @Test
    void tidyingTakesAwayWhatHasBeenOverForADay() {
        redeem(world.desk.prefill.create(world.asAda()));
        world.desk.prefill.create(world.asBen());

        world.clock.elapse(Duration.ofHours(24));
        assertThat(world.desk.prefill.tidy(world.glow.id())).isZero();

        world.clock.elapse(Duration.ofMinutes(6));
        assertThat(world.desk.prefill.tidy(world.calm.id())).isZero();
        assertThat(world.desk.prefill.tidy(world.glow.id())).isEqualTo(2);
    }

    private Redeemed redeem(Token token) {
        return world.desk.prefill.redeem(world.glow.id(), token.token());
    }

    private AppointmentView bookBy(String grant, Wish wish) {
        return world.desk.booking.bookByGrant(world.glow.id(), grant, wish);
    }

    private static void assertRefused(String code, ThrowingCallable what) {
        assertThatThrownBy(what).asInstanceOf(type(Refusal.class)).returns(code, Refusal::code);
    }
}
