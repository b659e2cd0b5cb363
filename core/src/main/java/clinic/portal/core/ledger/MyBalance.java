package clinic.portal.core.ledger;

import clinic.portal.core.clinic.Clinics;
import clinic.portal.core.shared.NoSuchThing;
import clinic.portal.core.shared.Viewer;
import java.time.ZoneId;

/** A client looking at what they owe. */
public class MyBalance {
    private final Ledger ledger;
    private final Clinics clinics;

    public MyBalance(Ledger ledger, Clinics clinics) {
        this.ledger = ledger;
        this.clinics = clinics;
    }

    public Statement show(Viewer.Client viewer) {
        var clinic = clinics.find(viewer.clinic()).orElseThrow(NoSuchThing::new);
        var entries = ledger.of(viewer.clinic(), viewer.client());
        return new Statement(Balance.of(entries, clinic.currency()), clinic.zone());
    }

    /** @param zone the clinic's, in which its days are told */
    public record Statement(Balance balance, ZoneId zone) {}
}
