package clinic.portal.rest.ledger;

import clinic.portal.core.ledger.Entry;
import clinic.portal.core.ledger.MyBalance;
import clinic.portal.rest.api.BalanceApi;
import clinic.portal.rest.api.model.Balance;
import clinic.portal.rest.api.model.Charge;
import clinic.portal.rest.api.model.Payment;
import clinic.portal.rest.api.model.PaymentMethod;
import clinic.portal.rest.login.Caller;
import clinic.portal.rest.shared.Monies;
import io.smallrye.common.annotation.RunOnVirtualThread;
import java.time.ZoneId;

@RunOnVirtualThread
public class BalanceResource implements BalanceApi {
    private final MyBalance balance;
    private final Caller caller;

    BalanceResource(MyBalance balance, Caller caller) {
        this.balance = balance;
        this.caller = caller;
    }

    @Override
    public Balance getMyBalance() {
        var statement = balance.show(caller.client());
        var mine = statement.balance();
        return new Balance(
                Monies.toDto(mine.outstanding()),
                Monies.toDto(mine.credit()),
                mine.charges().stream()
                        .map(open -> toDto(open, statement.zone()))
                        .toList(),
                mine.payments().stream()
                        .map(payment -> toDto(payment, statement.zone()))
                        .toList());
    }

    private static Charge toDto(clinic.portal.core.ledger.Balance.OpenCharge open, ZoneId zone) {
        var charge = open.charge();
        return new Charge(
                charge.id(),
                charge.description(),
                charge.at().atZone(zone).toOffsetDateTime(),
                Monies.toDto(charge.amount()),
                Monies.toDto(open.outstanding()),
                charge.dueOn());
    }

    private static Payment toDto(Entry.Payment payment, ZoneId zone) {
        return new Payment(
                payment.id(),
                payment.at().atZone(zone).toOffsetDateTime(),
                Monies.toDto(payment.amount()),
                toDto(payment.method()));
    }

    private static PaymentMethod toDto(Entry.Method method) {
        return switch (method) {
            case CARD -> PaymentMethod.CARD;
            case CASH -> PaymentMethod.CASH;
            case TRANSFER -> PaymentMethod.TRANSFER;
            case VOUCHER -> PaymentMethod.VOUCHER;
            case OTHER -> PaymentMethod.OTHER;
        };
    }
}
