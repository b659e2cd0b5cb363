package clinic.portal.persistence.dashboard;

import clinic.portal.core.booking.AppointmentView;
import clinic.portal.core.contracts.DashboardsContract;
import clinic.portal.core.dashboard.Dashboards;
import clinic.portal.core.ledger.Entry;
import clinic.portal.core.packages.PackageView;
import clinic.portal.core.shared.Viewer;
import clinic.portal.core.voucher.VoucherView;
import clinic.portal.persistence.testing.EmbeddedDatabase;
import clinic.portal.persistence.testing.SampleClinic;
import clinic.portal.persistence.testing.Tenant;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
@WithTestResource(EmbeddedDatabase.class)
class PostgresDashboardsContractTest extends DashboardsContract {
    private final SampleClinic clinic = new SampleClinic();
    private final SampleClinic elsewhere = new SampleClinic();
    private final Viewer.Client viewer = clinic.viewer(clinic.client());
    private final Viewer.Client neighbour = clinic.viewer(clinic.client());
    private final Viewer.Client stranger = elsewhere.viewer(elsewhere.client());

    @Inject
    Tenant tenant;

    @Inject
    Dashboards dashboards;

    @Override
    protected Dashboards dashboards() {
        return tenant.each(Dashboards.class, dashboards);
    }

    @Override
    protected void given(Viewer.Client whose, AppointmentView given) {
        (whose == stranger ? elsewhere : clinic).add(whose, given);
    }

    @Override
    protected void given(Viewer.Client whose, Entry given) {
        (whose == stranger ? elsewhere : clinic).add(whose, given);
    }

    @Override
    protected void given(Viewer.Client whose, PackageView given) {
        (whose == stranger ? elsewhere : clinic).add(whose, given);
    }

    @Override
    protected void given(Viewer.Client whose, VoucherView given) {
        (whose == stranger ? elsewhere : clinic).add(whose, given);
    }

    @Override
    protected void viewerIsErased() {
        SampleClinic.run(
                "update clients set erased_at = now() where client_id = ?",
                viewer.client().value());
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
