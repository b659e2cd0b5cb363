package clinic.portal.core.ledger;

import clinic.portal.core.shared.Viewer;

/** A client looking at what they owe. */
public class MyBalance {
    private final Ledger ledger;

    public MyBalance(Ledger ledger) {
        this.ledger = ledger;
    }

    public Balance show(Viewer.Client viewer) {
        return Balance.of(ledger.of(viewer.clinic(), viewer.client()), ledger.currency(viewer.clinic()));
    }
}
