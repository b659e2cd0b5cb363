package clinic.portal.core.ledger;

import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.ClinicId;
import java.util.List;

/** The append-only record of what each client owes and has given. */
public interface Ledger {
    /** Oldest first. */
    List<Entry> of(ClinicId clinic, ClientId client);
}
