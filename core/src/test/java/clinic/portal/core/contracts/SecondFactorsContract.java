package clinic.portal.core.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.core.login.RecoveryCodes;
import clinic.portal.core.login.SecondFactors;
import clinic.portal.core.login.SecondFactors.Factor;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.StaffId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

public abstract class SecondFactorsContract {
    private static final byte[] SEALED = {1, 2, 3};
    private static final byte[] SEALED_ANEW = {4, 5, 6};
    private static final long STEP = 59_000_000;

    protected abstract SecondFactors factors();

    protected abstract RecoveryCodes codes();

    protected abstract ClinicId clinic();

    protected abstract ClinicId otherClinic();

    /** Two who work at {@link #clinic}. */
    protected abstract StaffId member();

    protected abstract StaffId colleague();

    protected abstract void clinicAsksForOne();

    @Test
    void whoHasBegunHasAKeyThatIsNotConfirmed() {
        assertThat(factors().find(clinic(), member())).isEmpty();

        assertThat(factors().begin(clinic(), member(), SEALED)).isTrue();

        assertThat(factor()).usingRecursiveComparison().isEqualTo(new Factor(SEALED, false));
        assertThat(factors().useStep(clinic(), member(), STEP, SEALED)).isFalse();
    }

    @Test
    void beginningAgainReplacesWhatWasNotConfirmed() {
        factors().begin(clinic(), member(), SEALED);

        assertThat(factors().begin(clinic(), member(), SEALED_ANEW)).isTrue();

        assertThat(factor().sealed()).isEqualTo(SEALED_ANEW);
    }

    @Test
    void onceConfirmedItIsNeitherReplacedNorConfirmedAgain() {
        confirmed();

        assertThat(factor().confirmed()).isTrue();
        assertThat(factors().begin(clinic(), member(), SEALED_ANEW)).isFalse();
        assertThat(factors().confirm(clinic(), member(), STEP + 1, SEALED)).isFalse();
        assertThat(factor().sealed()).isEqualTo(SEALED);
    }

    @Test
    void onlyTheKeyThatWasLookedAtIsPutInForce() {
        factors().begin(clinic(), member(), SEALED);
        factors().begin(clinic(), member(), SEALED_ANEW);

        assertThat(factors().confirm(clinic(), member(), STEP, SEALED)).isFalse();
        assertThat(factor().confirmed()).isFalse();
        assertThat(factors().confirm(clinic(), member(), STEP, SEALED_ANEW)).isTrue();
    }

    @Test
    void aStepIsUsedOnceAndNoEarlierOneAfterIt() {
        confirmed();

        assertThat(factors().useStep(clinic(), member(), STEP, SEALED_ANEW)).isFalse();
        assertThat(factors().useStep(clinic(), member(), STEP + 2, SEALED_ANEW)).isTrue();
        assertThat(factors().useStep(clinic(), member(), STEP + 2, SEALED_ANEW)).isFalse();
        assertThat(factors().useStep(clinic(), member(), STEP + 1, SEALED_ANEW)).isFalse();
        assertThat(factor().sealed()).isEqualTo(SEALED_ANEW);
    }

    @Test
    void aRecoveryCodeIsUsedOnceByItsOwner() {
        confirmed();
        codes().replace(clinic(), member(), List.of(hash(1), hash(2)));

        assertThat(codes().use(clinic(), colleague(), hash(1))).isFalse();
        assertThat(codes().use(otherClinic(), member(), hash(1))).isFalse();
        assertThat(codes().use(clinic(), member(), hash(1))).isTrue();
        assertThat(codes().use(clinic(), member(), hash(1))).isFalse();
        assertThat(codes().use(clinic(), member(), hash(2))).isTrue();
    }

    @Test
    void newRecoveryCodesTakeThePlaceOfTheOld() {
        confirmed();
        codes().replace(clinic(), member(), List.of(hash(1)));

        codes().replace(clinic(), member(), List.of(hash(2)));

        assertThat(codes().use(clinic(), member(), hash(1))).isFalse();
        assertThat(codes().use(clinic(), member(), hash(2))).isTrue();
    }

    @Test
    void whatIsRemovedIsGoneWithItsRecoveryCodes() {
        confirmed();
        codes().replace(clinic(), member(), List.of(hash(1)));

        assertThat(factors().remove(otherClinic(), member())).isFalse();
        assertThat(factors().remove(clinic(), member())).isTrue();

        assertThat(factors().remove(clinic(), member())).isFalse();
        assertThat(factors().find(clinic(), member())).isEmpty();
        assertThat(codes().use(clinic(), member(), hash(1))).isFalse();
    }

    @Test
    void whetherAClinicAsksForOneIsTheClinicsOwn() {
        assertThat(factors().requiredAt(clinic())).isFalse();

        clinicAsksForOne();

        assertThat(factors().requiredAt(clinic())).isTrue();
        assertThat(factors().requiredAt(otherClinic())).isFalse();
    }

    private void confirmed() {
        factors().begin(clinic(), member(), SEALED);
        assertThat(factors().confirm(clinic(), member(), STEP, SEALED)).isTrue();
    }

    private Factor factor() {
        return factors().find(clinic(), member()).orElseThrow();
    }

    private static byte[] hash(int number) {
        byte[] hash = new byte[32];
        Arrays.fill(hash, (byte) number);
        return hash;
    }
}
