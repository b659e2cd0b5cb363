package clinic.portal.core.contracts;

import static clinic.portal.core.fixtures.Fixtures.NOW;
import static clinic.portal.core.fixtures.Fixtures.aCharge;
import static clinic.portal.core.fixtures.Fixtures.aPayment;
import static clinic.portal.core.fixtures.Fixtures.aRefund;
import static clinic.portal.core.fixtures.Fixtures.pounds;
import static clinic.portal.core.fixtures.Fixtures.uuid;
import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.core.ledger.Entry;
import clinic.portal.core.ledger.Ledger;
import clinic.portal.core.shared.Viewer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

public abstract class LedgerContract extends ClientDataSetting {
    protected abstract Ledger ledger();

    protected abstract void given(Viewer.Client whose, Entry entry);

    @Test
    void aClientWithoutEntriesHasAnEmptyLedger() {
        assertThat(entries()).isEmpty();
    }

    @Test
    void entriesAreShownAsTheyWereMadeTheOldestFirst() {
        var refund = aRefund(1, NOW, pounds(5));
        var charge = aCharge(2, NOW.minus(Duration.ofDays(9)), pounds(80));
        var payment = aPayment(3, NOW.minus(Duration.ofDays(3)), pounds(60));
        List.of(refund, charge, payment).forEach(entry -> given(viewer(), entry));

        assertThat(entries()).containsExactly(charge, payment, refund);
    }

    @Test
    void entriesOfOneInstantStandInTheOrderOfTheirIds() {
        given(viewer(), aPayment(2, NOW, pounds(1)));
        given(viewer(), aCharge(1, NOW, pounds(1)));

        assertThat(entries()).extracting(Entry::id).containsExactly(uuid(1), uuid(2));
    }

    @Test
    void aChargeMayBeDueOnNoDay() {
        var charge = new Entry.Charge(uuid(1), NOW, pounds(80), "Peel", null);
        given(viewer(), charge);

        assertThat(entries()).containsExactly(charge);
    }

    @ParameterizedTest
    @EnumSource(Entry.Method.class)
    void moneyComesAndGoesByEveryMethod(Entry.Method method) {
        var payment = new Entry.Payment(uuid(1), NOW, pounds(80), method);
        var refund = new Entry.Refund(uuid(2), NOW, pounds(20), method);
        given(viewer(), payment);
        given(viewer(), refund);

        assertThat(entries()).containsExactly(payment, refund);
    }

    @Test
    void othersEntriesAreNotThere() {
        given(neighbour(), aCharge(1, NOW, pounds(80)));
        given(stranger(), aCharge(2, NOW, pounds(80)));

        assertThat(entries()).isEmpty();
    }

    private List<Entry> entries() {
        return ledger().of(viewer().clinic(), viewer().client());
    }
}
