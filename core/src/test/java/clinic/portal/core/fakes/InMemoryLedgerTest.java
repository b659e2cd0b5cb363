package clinic.portal.core.fakes;

import clinic.portal.core.contracts.LedgerContract;
import clinic.portal.core.fixtures.Fixtures;
import clinic.portal.core.fixtures.World;
import clinic.portal.core.ledger.Entry;
import clinic.portal.core.ledger.Ledger;
import clinic.portal.core.shared.Viewer;

class InMemoryLedgerTest extends LedgerContract {
    // Ben and his like have nothing yet.
    private final World world = Fixtures.glow();

    @Override
    protected Viewer.Client viewer() {
        return world.asBen();
    }

    @Override
    protected Viewer.Client neighbour() {
        return world.asAda();
    }

    @Override
    protected Viewer.Client stranger() {
        return world.asCleo();
    }

    @Override
    protected Ledger ledger() {
        return world.ledger;
    }

    @Override
    protected void given(Viewer.Client whose, Entry entry) {
        world.ledger.add(whose.clinic(), whose.client(), entry);
    }
}
