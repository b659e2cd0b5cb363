package clinic.portal.core.fakes;

import clinic.portal.core.contracts.VoucherListContract;
import clinic.portal.core.fixtures.Fixtures;
import clinic.portal.core.fixtures.World;
import clinic.portal.core.shared.Viewer;
import clinic.portal.core.voucher.VoucherList;
import clinic.portal.core.voucher.VoucherView;

class InMemoryVouchersTest extends VoucherListContract {
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
    protected VoucherList vouchers() {
        return world.vouchers;
    }

    @Override
    protected void given(Viewer.Client whose, VoucherView view) {
        world.vouchers.put(whose.clinic(), whose.client(), view);
    }
}
