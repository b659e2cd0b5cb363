package clinic.portal.core.fakes;

import clinic.portal.core.booking.AppointmentView;
import clinic.portal.core.contracts.DashboardsContract;
import clinic.portal.core.dashboard.Dashboards;
import clinic.portal.core.fixtures.Fixtures;
import clinic.portal.core.fixtures.World;
import clinic.portal.core.ledger.Entry;
import clinic.portal.core.packages.PackageView;
import clinic.portal.core.shared.Viewer;
import clinic.portal.core.voucher.VoucherView;

class InMemoryDashboardsTest extends DashboardsContract {
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
    protected Dashboards dashboards() {
        return world.dashboards;
    }

    @Override
    protected void given(Viewer.Client whose, AppointmentView appointment) {
        world.appointments.put(whose.clinic(), whose.client(), appointment);
    }

    @Override
    protected void given(Viewer.Client whose, Entry entry) {
        world.ledger.add(whose.clinic(), whose.client(), entry);
    }

    @Override
    protected void given(Viewer.Client whose, PackageView view) {
        world.packages.put(whose.clinic(), whose.client(), view);
    }

    @Override
    protected void given(Viewer.Client whose, VoucherView view) {
        world.vouchers.put(whose.clinic(), whose.client(), view);
    }

    @Override
    protected void viewerIsErased() {
        world.profiles.erase(world.glow.id(), world.ben.id());
    }
}
