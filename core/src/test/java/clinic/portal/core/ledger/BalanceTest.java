package clinic.portal.core.ledger;

import static clinic.portal.core.fixtures.Fixtures.GBP;
import static clinic.portal.core.fixtures.Fixtures.NOW;
import static clinic.portal.core.fixtures.Fixtures.aCharge;
import static clinic.portal.core.fixtures.Fixtures.aPayment;
import static clinic.portal.core.fixtures.Fixtures.aRefund;
import static clinic.portal.core.fixtures.Fixtures.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.core.ledger.Balance.OpenCharge;
import clinic.portal.core.shared.Money;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class BalanceTest {
    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void anEmptyLedgerOwesNothing() {
        var balance = Balance.of(List.of(), GBP);

        assertThat(balance).isEqualTo(new Balance(pounds(0), pounds(0), List.of(), List.of()));
    }

    @Test
    void whatIsNotPaidIsOutstanding() {
        var charge = aCharge(1, NOW, pounds(80));

        var balance = Balance.of(List.of(charge, aPayment(2, NOW, pounds(30))), GBP);

        assertThat(balance.outstanding()).isEqualTo(pounds(50));
        assertThat(balance.credit()).isEqualTo(pounds(0));
        assertThat(balance.charges()).containsExactly(new OpenCharge(charge, pounds(50)));
    }

    @Test
    void whatIsPaidTooMuchIsCredit() {
        var charge = aCharge(1, NOW, pounds(80));

        var balance = Balance.of(List.of(charge, aPayment(2, NOW, pounds(100))), GBP);

        assertThat(balance.outstanding()).isEqualTo(pounds(0));
        assertThat(balance.credit()).isEqualTo(pounds(20));
        assertThat(balance.charges()).containsExactly(new OpenCharge(charge, pounds(0)));
    }

    @Test
    void thePaymentMayComeBeforeTheCharge() {
        var deposit = aPayment(1, NOW, pounds(80));

        var balance = Balance.of(List.of(deposit, aCharge(2, NOW.plus(DAY), pounds(80))), GBP);

        assertThat(balance.outstanding()).isEqualTo(pounds(0));
        assertThat(balance.credit()).isEqualTo(pounds(0));
    }

    @Test
    void theOldestChargeIsSettledFirstAndTheNewestShownFirst() {
        var first = aCharge(1, NOW, pounds(50));
        var second = aCharge(2, NOW.plus(DAY), pounds(50));
        var third = aCharge(3, NOW.plus(DAY.multipliedBy(2)), pounds(50));

        var balance = Balance.of(List.of(first, second, third, aPayment(4, NOW, pounds(70))), GBP);

        assertThat(balance.charges())
                .containsExactly(
                        new OpenCharge(third, pounds(50)),
                        new OpenCharge(second, pounds(30)),
                        new OpenCharge(first, pounds(0)));
    }

    @Test
    void paymentsAreShownNewestFirstAndWhole() {
        var older = aPayment(1, NOW, pounds(30));
        var newer = aPayment(2, NOW.plus(DAY), pounds(40));

        var balance = Balance.of(List.of(older, newer, aRefund(3, NOW.plus(DAY), pounds(40))), GBP);

        assertThat(balance.payments()).containsExactly(newer, older);
        assertThat(balance.credit()).isEqualTo(pounds(30));
    }

    @Test
    void aRefundOpensTheNewestSettledChargeAgain() {
        var first = aCharge(1, NOW, pounds(50));
        var second = aCharge(2, NOW.plus(DAY), pounds(50));

        var balance =
                Balance.of(List.of(first, second, aPayment(3, NOW, pounds(100)), aRefund(4, NOW, pounds(20))), GBP);

        assertThat(balance.outstanding()).isEqualTo(pounds(20));
        assertThat(balance.charges())
                .containsExactly(new OpenCharge(second, pounds(20)), new OpenCharge(first, pounds(0)));
    }

    @Test
    void whatWasGivenBackBeyondAllPaymentsIsOwedOnTop() {
        var charge = aCharge(1, NOW, pounds(50));

        var balance = Balance.of(List.of(charge, aPayment(2, NOW, pounds(10)), aRefund(3, NOW, pounds(30))), GBP);

        assertThat(balance.outstanding()).isEqualTo(pounds(70));
        assertThat(balance.credit()).isEqualTo(pounds(0));
        assertThat(balance.charges()).containsExactly(new OpenCharge(charge, pounds(50)));
    }

    @Property(tries = 500)
    void whatIsOwedIsWhatWasChargedLessWhatWasGiven(@ForAll("ledgers") List<Entry> entries) {
        var balance = Balance.of(entries, GBP);

        assertThat(balance.outstanding().minor() - balance.credit().minor())
                .isEqualTo(sum(entries, Entry.Charge.class)
                        - sum(entries, Entry.Payment.class)
                        + sum(entries, Entry.Refund.class));
    }

    @Property(tries = 500)
    void nothingIsLessThanNothingAndNobodyBothOwesAndHasCredit(@ForAll("ledgers") List<Entry> entries) {
        var balance = Balance.of(entries, GBP);

        assertThat(balance.outstanding().minor()).isNotNegative();
        assertThat(balance.credit().minor()).isNotNegative();
        assertThat(balance.outstanding().isPositive() && balance.credit().isPositive())
                .isFalse();
    }

    @Property(tries = 500)
    void openChargesAddUpToWhatIsOutstandingUnlessMoreWasGivenBackThanGiven(@ForAll("ledgers") List<Entry> entries) {
        var balance = Balance.of(entries, GBP);

        long open = balance.charges().stream()
                .mapToLong(charge -> charge.outstanding().minor())
                .sum();
        long owedBeyondCharges = Math.max(0, sum(entries, Entry.Refund.class) - sum(entries, Entry.Payment.class));
        assertThat(balance.outstanding().minor()).isEqualTo(open + owedBeyondCharges);
    }

    @Property(tries = 500)
    void noChargeIsTouchedBeforeAllOlderOnesAreSettled(@ForAll("ledgers") List<Entry> entries) {
        var newestFirst = Balance.of(entries, GBP).charges();

        for (int at = 0; at + 1 < newestFirst.size(); at++) {
            var newer = newestFirst.get(at);
            var older = newestFirst.get(at + 1);
            assertThat(older.charge().at()).isBefore(newer.charge().at());
            assertThat(newer.outstanding().equals(newer.charge().amount())
                            || older.outstanding().equals(pounds(0)))
                    .isTrue();
        }
        assertThat(newestFirst)
                .allMatch(charge -> charge.outstanding().minor() >= 0
                        && charge.outstanding().minor()
                                <= charge.charge().amount().minor());
    }

    private static long sum(List<Entry> entries, Class<? extends Entry> kind) {
        return entries.stream()
                .filter(kind::isInstance)
                .mapToLong(entry -> entry.amount().minor())
                .sum();
    }

    private enum Kind {
        CHARGE,
        PAYMENT,
        REFUND
    }

    private record Line(Kind kind, long minor) {}

    /** Up to 30 entries, a minute apart. */
    @Provide
    Arbitrary<List<Entry>> ledgers() {
        var line = Combinators.combine(
                        Arbitraries.of(Kind.class), Arbitraries.longs().between(1, 50_000))
                .as(Line::new);
        return line.list().ofMaxSize(30).map(BalanceTest::ledger);
    }

    private static List<Entry> ledger(List<Line> lines) {
        var entries = new ArrayList<Entry>();
        for (var line : lines) {
            int number = entries.size() + 1;
            var at = NOW.plus(Duration.ofMinutes(number));
            var amount = new Money(line.minor, GBP);
            entries.add(
                    switch (line.kind) {
                        case CHARGE -> aCharge(number, at, amount);
                        case PAYMENT -> aPayment(number, at, amount);
                        case REFUND -> aRefund(number, at, amount);
                    });
        }
        return entries;
    }
}
