package clinic.portal.core.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.core.booking.OneTimeKeys;
import clinic.portal.core.booking.OneTimeKeys.Purpose;
import clinic.portal.core.booking.OneTimeKeys.Spending;
import clinic.portal.core.fakes.PlainSecrets;
import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.ClinicId;
import java.time.Duration;
import org.junit.jupiter.api.Test;

public abstract class OneTimeKeysContract {
    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final Duration MOMENT = Duration.ofSeconds(5);

    private final byte[] hash = new PlainSecrets().hash("a key");
    private final byte[] other = new PlainSecrets().hash("another key");

    protected abstract OneTimeKeys keys();

    protected abstract ClinicId clinic();

    protected abstract ClinicId otherClinic();

    /** A client of {@link #clinic}. */
    protected abstract ClientId ada();

    /** Another client of {@link #clinic}. */
    protected abstract ClientId ben();

    /** Moves the store's clock, or all that is stored the other way. */
    protected abstract void elapse(Duration time);

    @Test
    void aKeyIsSpentOnce() {
        add(Purpose.PREFILL, hash, ada());

        assertThat(spend(Purpose.PREFILL)).isEqualTo(new Spending.Spent(ada()));
        assertThat(spend(Purpose.PREFILL)).isEqualTo(new Spending.AlreadyUsed());
    }

    @Test
    void aKeyExpires() {
        var expiresAt = keys().add(clinic(), Purpose.PREFILL, hash, ada(), LIFE);
        var later = keys().add(clinic(), Purpose.PREFILL, other, ada(), LIFE.multipliedBy(2));
        assertThat(Duration.between(expiresAt, later)).isBetween(LIFE.minus(MOMENT), LIFE.plus(MOMENT));

        elapse(LIFE.plus(MOMENT));

        assertThat(spend(Purpose.PREFILL)).isEqualTo(new Spending.Expired());
        assertThat(keys().spend(clinic(), Purpose.PREFILL, other)).isEqualTo(new Spending.Spent(ada()));
    }

    @Test
    void aKeyLivesUntilThen() {
        add(Purpose.PREFILL, hash, ada());

        elapse(LIFE.minus(MOMENT));

        assertThat(spend(Purpose.PREFILL)).isEqualTo(new Spending.Spent(ada()));
    }

    @Test
    void aSpentKeyIsUsedEvenWhenItWouldBeOver() {
        add(Purpose.PREFILL, hash, ada());
        spend(Purpose.PREFILL);

        elapse(LIFE.plus(MOMENT));

        assertThat(spend(Purpose.PREFILL)).isEqualTo(new Spending.AlreadyUsed());
    }

    @Test
    void aKeyNobodyWasGivenIsUnknown() {
        assertThat(spend(Purpose.PREFILL)).isEqualTo(new Spending.Unknown());
    }

    @Test
    void aKeyIsGoodForItsPurposeOnly() {
        add(Purpose.PREFILL, hash, ada());

        assertThat(spend(Purpose.BOOKING)).isEqualTo(new Spending.Unknown());
        assertThat(spend(Purpose.PREFILL)).isEqualTo(new Spending.Spent(ada()));
    }

    @Test
    void aKeyIsGoodAtItsClinicOnly() {
        add(Purpose.PREFILL, hash, ada());

        assertThat(keys().spend(otherClinic(), Purpose.PREFILL, hash)).isEqualTo(new Spending.Unknown());
        assertThat(spend(Purpose.PREFILL)).isEqualTo(new Spending.Spent(ada()));
    }

    @Test
    void aNewKeyVoidsNoOther() {
        add(Purpose.PREFILL, hash, ada());
        add(Purpose.PREFILL, other, ben());

        assertThat(spend(Purpose.PREFILL)).isEqualTo(new Spending.Spent(ada()));
        assertThat(keys().spend(clinic(), Purpose.PREFILL, other)).isEqualTo(new Spending.Spent(ben()));
    }

    @Test
    void tidyingTakesAwayWhatHasBeenOverForADayUsedOrNot() {
        add(Purpose.PREFILL, hash, ada());
        add(Purpose.BOOKING, other, ada());
        spend(Purpose.PREFILL);

        elapse(LIFE.plusDays(1).minus(MOMENT));
        assertThat(keys().tidy(clinic())).isZero();

        elapse(MOMENT.multipliedBy(2));
        assertThat(keys().tidy(otherClinic())).isZero();
        assertThat(keys().tidy(clinic())).isEqualTo(2);
        assertThat(spend(Purpose.PREFILL)).isEqualTo(new Spending.Unknown());
    }

    private void add(Purpose purpose, byte[] hash, ClientId client) {
        keys().add(clinic(), purpose, hash, client, LIFE);
    }

    private Spending spend(Purpose purpose) {
        return keys().spend(clinic(), purpose, hash);
    }
}
