package clinic.portal.core.fakes;

import clinic.portal.core.ledger.Entry;
import clinic.portal.core.ledger.Ledger;
import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.ClinicId;
import java.util.Comparator;
import java.util.List;

public final class InMemoryLedger implements Ledger {
    private static final Comparator<Entry> OLDEST_FIRST =
            Comparator.comparing(Entry::at).thenComparing(Keyset.byId(Entry::id));

    private final Owned<Entry> entries = new Owned<>();

    public void add(ClinicId clinic, ClientId client, Entry entry) {
        entries.add(clinic, client, entry);
    }

    @Override
    public List<Entry> of(ClinicId clinic, ClientId client) {
        return entries.of(clinic, client).sorted(OLDEST_FIRST).toList();
    }
}
