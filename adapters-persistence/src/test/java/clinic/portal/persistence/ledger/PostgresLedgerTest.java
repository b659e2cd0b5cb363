package clinic.portal.persistence.ledger;

import clinic.portal.core.contracts.LedgerContract;
import clinic.portal.core.ledger.Entry;
import clinic.portal.core.ledger.Ledger;
import clinic.portal.core.shared.Viewer;
import clinic.portal.persistence.testing.EmbeddedDatabase;
import clinic.portal.persistence.testing.SampleClinic;
import clinic.portal.persistence.testing.Tenant;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
@WithTestResource(EmbeddedDatabase.class)
class PostgresLedgerTest extends LedgerContract {
    private final SampleClinic clinic = new SampleClinic();
    private final SampleClinic elsewhere = new SampleClinic();
    private final Viewer.Client viewer = clinic.viewer(clinic.client());
    private final Viewer.Client neighbour = clinic.viewer(clinic.client());
    private final Viewer.Client stranger = elsewhere.viewer(elsewhere.client());

    @Inject
    Tenant tenant;

    @Inject
    Ledger ledger;

    @Override
    protected Ledger ledger() {
        return tenant.each(Ledger.class, ledger);
    }

    @Override
    protected void given(Viewer.Client whose, Entry given) {
        (whose == stranger ? elsewhere : clinic).add(whose, given);
    }

    @Override
    protected Viewer.Client viewer() {
        return viewer;
    }

    @Override
    protected Viewer.Client neighbour() {
        return neighbour;
    }

    @Override
    protected Viewer.Client stranger() {
        return stranger;
    }
}
