package clinic.portal.core.clinic;

import clinic.portal.core.shared.Conflict;
import java.util.Map;

/** Prices and payments are kept as bare numbers of the clinic's currency; in another they would be other amounts. */
public final class CurrencyInUse extends Conflict {
    public CurrencyInUse() {
        super("currency_in_use", "The currency cannot be changed once there are prices or payments in it.", Map.of());
    }
}
