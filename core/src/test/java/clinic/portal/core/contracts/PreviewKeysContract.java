package clinic.portal.core.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.core.fakes.PlainSecrets;
import clinic.portal.core.login.PreviewKeys;
import clinic.portal.core.login.PreviewKeys.Spending;
import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.StaffId;
import java.time.Duration;
import org.junit.jupiter.api.Test;

public abstract class PreviewKeysContract {
    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final Duration KEPT = Duration.ofDays(1);
    private static final Duration MOMENT = Duration.ofSeconds(5);

    private final byte[] hash = new PlainSecrets().hash("one");

    protected abstract PreviewKeys keys();

    protected abstract ClinicId clinic();

    protected abstract ClinicId otherClinic();

    /** A client of {@link #clinic}. */
    protected abstract ClientId client();

    /** Somebody of its staff. */
    protected abstract StaffId member();

    protected abstract void clientIsErased();

    protected abstract void memberLeaves();

    /** Moves the store's clock, or all that is stored the other way. */
    protected abstract void elapse(Duration time);

    @Test
    void aKeyIsSpentOnce() {
        add();

        assertThat(spend()).isEqualTo(new Spending.Spent(client(), member()));
        assertThat(spend()).isEqualTo(new Spending.AlreadyUsed());
    }

    @Test
    void aKeyIsGoodAtItsClinicOnly() {
        add();

        assertThat(keys().spend(otherClinic(), hash)).isEqualTo(new Spending.Unknown());
        assertThat(spend()).isEqualTo(new Spending.Spent(client(), member()));
    }

    @Test
    void aKeyExpires() {
        add();
        elapse(LIFE.minus(MOMENT));
        keys().add(clinic(), new PlainSecrets().hash("two"), client(), member(), LIFE);

        elapse(MOMENT.multipliedBy(2));

        assertThat(spend()).isEqualTo(new Spending.Expired());
        assertThat(keys().spend(clinic(), new PlainSecrets().hash("two")))
                .isEqualTo(new Spending.Spent(client(), member()));
    }

    @Test
    void aKeyNobodyWasGivenIsUnknown() {
        assertThat(spend()).isEqualTo(new Spending.Unknown());
    }

    @Test
    void aKeyForAnErasedClientOpensNothing() {
        add();

        clientIsErased();

        assertThat(spend()).isEqualTo(new Spending.Unknown());
    }

    @Test
    void aKeyOfSomebodyWhoHasLeftOpensNothing() {
        add();

        memberLeaves();

        assertThat(spend()).isEqualTo(new Spending.Unknown());
    }

    @Test
    void keysOverForLongAreForgotten() {
        add();
        elapse(LIFE.plus(KEPT).minus(MOMENT));
        assertThat(keys().forget(clinic(), KEPT)).isZero();

        elapse(MOMENT.multipliedBy(2));
        assertThat(keys().forget(otherClinic(), KEPT)).isZero();
        assertThat(keys().forget(clinic(), KEPT)).isEqualTo(1);
        assertThat(spend()).isEqualTo(new Spending.Unknown());
    }

    private void add() {
        keys().add(clinic(), hash, client(), member(), LIFE);
    }

    private Spending spend() {
        return keys().spend(clinic(), hash);
    }
}
