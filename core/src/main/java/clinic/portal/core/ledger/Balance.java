package clinic.portal.core.ledger;

import clinic.portal.core.shared.Money;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/**
 * What a ledger comes to. Payments settle the oldest charges first, whatever they were meant for: a sum no charge is left
 * for is credit.
 *
 * @param charges newest first, each with what of it is still to pay
 * @param payments newest first; what was given back is not taken off them but off the credit
 */
public record Balance(Money outstanding, Money credit, List<OpenCharge> charges, List<Entry.Payment> payments) {
    public Balance {
        charges = List.copyOf(charges);
        payments = List.copyOf(payments);
    }

    public record OpenCharge(Entry.Charge charge, Money outstanding) {}

    /** @param entries oldest first, all in {@code currency} */
    static Balance of(List<Entry> entries, Currency currency) {
        Money left = given(entries, currency);
        Money outstanding =
                left.isPositive() ? Money.zero(currency) : Money.zero(currency).minus(left);
        var charges = new ArrayList<OpenCharge>();
        var payments = new ArrayList<Entry.Payment>();
        for (Entry entry : entries) {
            switch (entry) {
                case Entry.Charge charge -> {
                    Money settled = charge.amount().atMost(left.atLeastZero());
                    Money open = charge.amount().minus(settled);
                    left = left.minus(settled);
                    outstanding = outstanding.plus(open);
                    charges.addFirst(new OpenCharge(charge, open));
                }
                case Entry.Payment payment -> payments.addFirst(payment);
                case Entry.Refund refund -> {}
            }
        }
        return new Balance(outstanding, left.atLeastZero(), charges, payments);
    }

    /** Less than nothing where more was given back than ever came in; the client then owes that too. */
    private static Money given(List<Entry> entries, Currency currency) {
        Money sum = Money.zero(currency);
        for (Entry entry : entries) {
            sum = switch (entry) {
                case Entry.Charge charge -> sum;
                case Entry.Payment payment -> sum.plus(payment.amount());
                case Entry.Refund refund -> sum.minus(refund.amount());
            };
        }
        return sum;
    }
}
