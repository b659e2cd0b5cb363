package clinic.portal.core.contracts;

import static clinic.portal.core.fixtures.Fixtures.uuid;
import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.core.login.Audience;
import clinic.portal.core.login.LinkHistory;
import clinic.portal.core.login.LinkId;
import clinic.portal.core.login.LinkRequests.Outcome;
import clinic.portal.core.login.LiveLinks.Spending;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

public abstract class LinkRequestsContract extends LinkSetting {
    @Test
    void aRequestWaitsAsItWasAskedFor() {
        var id = asked(ADA);

        var request = taken(id);

        assertThat(request.clinic()).isEqualTo(clinic());
        assertThat(request.id()).isEqualTo(id);
        assertThat(request.audience()).isEqualTo(Audience.PORTAL);
        assertThat(request.identifier()).isEqualTo(ADA);
        assertThat(request.age()).isLessThan(MOMENT);
        assertThat(request.armed()).isNull();
    }

    @Test
    void aRequestByPhoneForTheStaffsDoorWaitsToo() {
        var request = taken(asked(clinic(), Audience.STAFF, ADAS_PHONE));

        assertThat(request.audience()).isEqualTo(Audience.STAFF);
        assertThat(request.identifier()).isEqualTo(ADAS_PHONE);
    }

    @Test
    void aRequestThatNobodyMadeIsNotThere() {
        assertThat(requests().take(clinic(), new LinkId(uuid(404)))).isEmpty();
    }

    @Test
    void aRequestIsNotThereForAnotherClinic() {
        var id = asked(ADA);

        assertThat(requests().take(otherClinic(), id)).isEmpty();
    }

    @Test
    void aRequestGrowsOlder() {
        var id = asked(ADA);

        elapse(Duration.ofMinutes(7));

        assertThat(taken(id).age())
                .isBetween(Duration.ofMinutes(7), Duration.ofMinutes(7).plus(MOMENT));
    }

    @ParameterizedTest
    @EnumSource(Outcome.class)
    void aSettledRequestWaitsNoLonger(Outcome outcome) {
        var id = made(ada(), ADA);

        requests().settle(clinic(), id, outcome, "for a reason");

        assertThat(requests().take(clinic(), id)).isEmpty();
    }

    @Test
    void aRequestIsNotSettledByAnotherClinic() {
        var id = asked(ADA);

        requests().settle(otherClinic(), id, Outcome.HELD_BACK, "meant for another");

        assertThat(requests().take(clinic(), id)).isPresent();
    }

    @Test
    void aLinkKeepsWhatWasSealedUntilItIsSent() {
        var id = made(ada(), ADA);

        var armed = taken(id).armed();

        assertThat(armed.sealed()).isEqualTo(sealed(id));
        assertThat(armed.alive()).isTrue();
    }

    @Test
    void aLinkNotYetSentIsDeadOnceItsLifeIsOver() {
        var id = made(ada(), ADA);

        elapse(LIFE.plus(MOMENT));

        assertThat(taken(id).armed().alive()).isFalse();
    }

    @Test
    void aLinkNotYetSentIsDeadOnceSpent() {
        var id = made(ada(), ADA);

        links().spend(clinic(), Audience.PORTAL, token(id));

        assertThat(taken(id).armed().alive()).isFalse();
    }

    @Test
    void aLinkNotYetSentIsDeadOnceItsOwnerHasANewerOneByWhateverChannel() {
        var id = made(ada(), ADA);

        made(ada(), ADAS_PHONE);

        assertThat(taken(id).armed().alive()).isFalse();
    }

    @Test
    void aLinkLivesOnWhenSomebodyElseGetsOne() {
        var id = made(ada(), ADA);

        made(ben(), BEN);
        made(otherClinic(), stranger(), ADA);

        assertThat(taken(id).armed().alive()).isTrue();
    }

    @Test
    void historyHasNoneToBeginWith() {
        assertThat(requests().historyOf(taken(asked(ADA)))).isEqualTo(new LinkHistory(0, 0, 0));
    }

    @Test
    void historyCountsNeitherWhatWasOnlyAskedForNorTheRequestItself() {
        asked(ADA);
        var id = made(ada(), ADA);

        assertThat(requests().historyOf(taken(id))).isEqualTo(new LinkHistory(0, 0, 0));
    }

    @Test
    void historyCountsLinksSentAndLinksMade() {
        sent(ada(), ADA);
        made(ada(), ADA);

        assertThat(requests().historyOf(taken(asked(ADA)))).isEqualTo(new LinkHistory(2, 2, 0));
    }

    @Test
    void historyCountsTheLastMinuteAndTheLastHour() {
        sent(ada(), ADA);
        elapse(Duration.ofSeconds(50));
        var request = taken(asked(ADA));

        assertThat(requests().historyOf(request)).isEqualTo(new LinkHistory(1, 1, 0));

        elapse(Duration.ofSeconds(15));
        assertThat(requests().historyOf(request)).isEqualTo(new LinkHistory(0, 1, 0));

        elapse(Duration.ofMinutes(58));
        assertThat(requests().historyOf(request)).isEqualTo(new LinkHistory(0, 1, 0));

        elapse(Duration.ofMinutes(1));
        assertThat(requests().historyOf(request)).isEqualTo(new LinkHistory(0, 0, 0));
    }

    @Test
    void historyCountsTheWholeClinicsSmsOfADay() {
        sent(ada(), ADAS_PHONE);
        sent(ben(), BENS_PHONE);
        sent(ben(), BEN);
        elapse(Duration.ofMinutes(90));
        var request = taken(asked(ADA));

        assertThat(requests().historyOf(request)).isEqualTo(new LinkHistory(0, 0, 2));

        elapse(Duration.ofMinutes(24 * 60 - 91));
        assertThat(requests().historyOf(request)).isEqualTo(new LinkHistory(0, 0, 2));

        elapse(Duration.ofMinutes(2));
        assertThat(requests().historyOf(request)).isEqualTo(new LinkHistory(0, 0, 0));
    }

    @Test
    void historyLeavesOutOtherPeopleAndOtherClinics() {
        sent(ben(), BEN);
        made(otherClinic(), stranger(), ADA);
        made(otherClinic(), stranger(), ADAS_PHONE);

        assertThat(requests().historyOf(taken(asked(ADA)))).isEqualTo(new LinkHistory(0, 0, 0));
    }

    @Test
    void oldRequestsAreForgottenAndYoungOnesKept() {
        var old = sent(ada(), ADA);
        elapse(Duration.ofHours(47));
        var young = asked(BEN);
        elapse(Duration.ofHours(2));

        int forgotten = requests().forget(clinic(), Duration.ofDays(2));

        assertThat(forgotten).isEqualTo(1);
        assertThat(links().spend(clinic(), Audience.PORTAL, token(old))).isEqualTo(new Spending.Unknown());
        assertThat(requests().take(clinic(), young)).isPresent();
        assertThat(requests().forget(clinic(), Duration.ofDays(2))).isZero();
    }

    @Test
    void forgettingLeavesOtherClinicsAlone() {
        var id = asked(ADA);
        elapse(Duration.ofDays(3));

        assertThat(requests().forget(otherClinic(), Duration.ofDays(2))).isZero();

        assertThat(requests().take(clinic(), id)).isPresent();
    }
}
