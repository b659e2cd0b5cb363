package clinic.portal.core.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.core.login.Audience;
import clinic.portal.core.login.Identifier;
import clinic.portal.core.login.LinkId;
import clinic.portal.core.login.LiveLinks.Spending;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

public abstract class LiveLinksContract extends LinkSetting {
    private static final Spending UNKNOWN = new Spending.Unknown();
    private static final Spending USED = new Spending.AlreadyUsed();
    private static final Spending EXPIRED = new Spending.Expired();
    private static final int TRIES = 5;

    @Test
    void aLinkIsSpentOnce() {
        var link = sent(ada(), ADA);

        assertThat(spend(link)).isEqualTo(new Spending.Spent(ada(), link));
        assertThat(spend(link)).isEqualTo(USED);
        assertThat(spend(link)).isEqualTo(USED);
    }

    @Test
    void aLinkOfStaffIsSpentAtTheirDoor() {
        var link = sent(member(), ADA);

        assertThat(links().spend(clinic(), Audience.STAFF, token(link))).isEqualTo(new Spending.Spent(member(), link));
    }

    @Test
    void aLinkWhoseSendingIsNotYetSettledIsGoodAlready() {
        var link = made(ada(), ADA);

        assertThat(spend(link)).isEqualTo(new Spending.Spent(ada(), link));
    }

    @Test
    void aLinkThatWasOnlyAskedForIsUnknown() {
        var link = asked(ADA);

        assertThat(spend(link)).isEqualTo(UNKNOWN);
        assertThat(spendByCode(ADA, code(link))).isEqualTo(UNKNOWN);
    }

    @Test
    void aLinkIsUnknownAtTheOtherDoorAndStaysGoodAtItsOwn() {
        var link = sent(ada(), ADA);

        assertThat(links().spend(clinic(), Audience.STAFF, token(link))).isEqualTo(UNKNOWN);
        assertThat(spend(link)).isEqualTo(new Spending.Spent(ada(), link));
    }

    @Test
    void aLinkIsUnknownToAnotherClinicAndStaysGoodAtItsOwn() {
        var link = sent(ada(), ADA);

        assertThat(links().spend(otherClinic(), Audience.PORTAL, token(link))).isEqualTo(UNKNOWN);
        assertThat(spend(link)).isEqualTo(new Spending.Spent(ada(), link));
    }

    @Test
    void aLinkIsGoodToTheEndOfItsLifeAndNoLonger() {
        var link = sent(ada(), ADA);

        elapse(LIFE.minus(MOMENT));
        var other = sent(ben(), BEN);
        assertThat(spend(link)).isEqualTo(new Spending.Spent(ada(), link));

        elapse(LIFE.plus(MOMENT));
        assertThat(spend(other)).isEqualTo(EXPIRED);
    }

    @Test
    void aUsedLinkStaysUsedWhenItsLifeIsOver() {
        var link = sent(ada(), ADA);
        spend(link);

        elapse(LIFE.plus(MOMENT));

        assertThat(spend(link)).isEqualTo(USED);
    }

    @Test
    void aNewerLinkVoidsTheOlder() {
        var older = sent(ada(), ADA);
        var newer = sent(ada(), ADA);

        assertThat(spend(older)).isEqualTo(EXPIRED);
        assertThat(spend(newer)).isEqualTo(new Spending.Spent(ada(), newer));
    }

    @Test
    void aNewerLinkVoidsTheOlderOnTheOtherChannelToo() {
        var older = sent(ada(), ADA);
        sent(ada(), ADAS_PHONE);

        assertThat(spend(older)).isEqualTo(EXPIRED);
        assertThat(spendByCode(ADA, code(older))).isEqualTo(EXPIRED);
    }

    @Test
    void aUsedLinkStaysUsedWhenANewerIsMade() {
        var link = sent(ada(), ADA);
        spend(link);

        sent(ada(), ADA);

        assertThat(spend(link)).isEqualTo(USED);
    }

    @Test
    void aLinkOfSomebodyElseVoidsNothing() {
        var link = sent(ada(), ADA);

        sent(ben(), BEN);
        sent(member(), ADA);
        made(otherClinic(), stranger(), ADA);

        assertThat(spend(link)).isEqualTo(new Spending.Spent(ada(), link));
    }

    @Test
    void aHundredAtOnceSpendALinkOnce() {
        var link = sent(ada(), ADA);

        var outcomes = atOnce(100, () -> spend(link));

        assertThat(outcomes).filteredOn(new Spending.Spent(ada(), link)::equals).hasSize(1);
        assertThat(outcomes).filteredOn(USED::equals).hasSize(99);
    }

    @Test
    void theCodeSpendsTheLink() {
        var link = sent(ada(), ADA);

        assertThat(spendByCode(ADA, code(link))).isEqualTo(new Spending.Spent(ada(), link));
        assertThat(spendByCode(ADA, code(link))).isEqualTo(USED);
        assertThat(spend(link)).isEqualTo(USED);
    }

    @Test
    void theCodeIsUsedUpWithTheLink() {
        var link = sent(ada(), ADA);
        spend(link);

        assertThat(spendByCode(ADA, code(link))).isEqualTo(USED);
    }

    @Test
    void aWrongCodeIsUnknownWhateverBecameOfTheLink() {
        var link = sent(ada(), ADA);
        assertThat(spendByCode(ADA, wrong())).isEqualTo(UNKNOWN);

        spend(link);

        assertThat(spendByCode(ADA, wrong())).isEqualTo(UNKNOWN);
    }

    @Test
    void theCodeIsGoodOnlyWithTheAddressItWentTo() {
        var link = sent(ada(), ADA);
        sent(ben(), BEN);

        assertThat(spendByCode(BEN, code(link))).isEqualTo(UNKNOWN);
        assertThat(spendByCode(ADAS_PHONE, code(link))).isEqualTo(UNKNOWN);
    }

    @Test
    void theCodeIsGoodOnlyAtItsDoorAndItsClinic() {
        var link = sent(ada(), ADA);

        assertThat(links().spendByCode(clinic(), Audience.STAFF, ADA, code(link), TRIES))
                .isEqualTo(UNKNOWN);
        assertThat(links().spendByCode(otherClinic(), Audience.PORTAL, ADA, code(link), TRIES))
                .isEqualTo(UNKNOWN);
    }

    @Test
    void theCodeEndsWithTheLinksLife() {
        var link = sent(ada(), ADA);

        elapse(LIFE.plus(MOMENT));

        assertThat(spendByCode(ADA, code(link))).isEqualTo(EXPIRED);
    }

    @Test
    void onlyTheNewestLinksCodeFits() {
        var older = sent(ada(), ADA);
        elapse(MOMENT);
        var newer = sent(ada(), ADA);

        assertThat(spendByCode(ADA, code(older))).isEqualTo(UNKNOWN);
        assertThat(spendByCode(ADA, code(newer))).isEqualTo(new Spending.Spent(ada(), newer));
    }

    @Test
    void theLastTryStillCounts() {
        var link = sent(ada(), ADA);
        guess(TRIES - 1);

        assertThat(spendByCode(ADA, code(link))).isEqualTo(new Spending.Spent(ada(), link));
    }

    @Test
    void afterTheLastTryNoCodeFits() {
        var link = sent(ada(), ADA);
        guess(TRIES);

        assertThat(spendByCode(ADA, code(link))).isEqualTo(UNKNOWN);
    }

    @Test
    void theLinkItselfOutlastsItsCode() {
        var link = sent(ada(), ADA);
        guess(TRIES);

        assertThat(spend(link)).isEqualTo(new Spending.Spent(ada(), link));
    }

    @Test
    void aNewLinkBringsNewTries() {
        sent(ada(), ADA);
        guess(TRIES);
        elapse(MOMENT);

        var newer = sent(ada(), ADA);

        assertThat(spendByCode(ADA, code(newer))).isEqualTo(new Spending.Spent(ada(), newer));
    }

    @Test
    void triesForOnePersonAreNotTriesForAnother() {
        var link = sent(ada(), ADA);
        sent(ben(), BEN);
        for (int guess = 0; guess < TRIES; guess++) {
            spendByCode(BEN, wrong());
        }

        assertThat(spendByCode(ADA, code(link))).isEqualTo(new Spending.Spent(ada(), link));
    }

    @Test
    void guessesAtOnceAreCountedOneByOne() {
        var link = sent(ada(), ADA);

        atOnce(20, () -> spendByCode(ADA, wrong()));

        assertThat(spendByCode(ADA, code(link))).isEqualTo(UNKNOWN);
    }

    @Test
    void aHundredAtOnceSpendACodeOnce() {
        var link = sent(ada(), ADA);

        var outcomes = atOnce(100, () -> spendByCode(ADA, code(link)));

        assertThat(outcomes).filteredOn(new Spending.Spent(ada(), link)::equals).hasSize(1);
    }

    private Spending spend(LinkId link) {
        return links().spend(clinic(), Audience.PORTAL, token(link));
    }

    private Spending spendByCode(Identifier identifier, byte[] code) {
        return links().spendByCode(clinic(), Audience.PORTAL, identifier, code, TRIES);
    }

    private void guess(int times) {
        for (int guess = 0; guess < times; guess++) {
            spendByCode(ADA, wrong());
        }
    }

    private static byte[] wrong() {
        return new byte[32];
    }

    private static List<Spending> atOnce(int callers, Callable<Spending> call) {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = Collections.nCopies(callers, (Callable<Spending>) () -> {
                start.await();
                return call.call();
            });
            var running = new ArrayList<Future<Spending>>();
            calls.forEach(one -> running.add(threads.submit(one)));
            start.countDown();
            var outcomes = new ArrayList<Spending>();
            for (var one : running) {
                outcomes.add(one.get());
            }
            return outcomes;
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError("A caller failed", e);
        }
    }
}
