package clinic.portal.rest.dashboard;

import clinic.portal.core.dashboard.MyDashboard;
import clinic.portal.rest.api.DashboardApi;
import clinic.portal.rest.api.model.AppointmentsTile;
import clinic.portal.rest.api.model.Dashboard;
import clinic.portal.rest.api.model.Named;
import clinic.portal.rest.api.model.PackagesTile;
import clinic.portal.rest.api.model.PaymentsTile;
import clinic.portal.rest.api.model.Tiles;
import clinic.portal.rest.api.model.VouchersTile;
import clinic.portal.rest.booking.AppointmentsResource;
import clinic.portal.rest.clinic.PortalResource;
import clinic.portal.rest.login.Caller;
import clinic.portal.rest.shared.Monies;
import io.smallrye.common.annotation.RunOnVirtualThread;

@RunOnVirtualThread
public class DashboardResource implements DashboardApi {
    private final MyDashboard dashboard;
    private final Caller caller;

    DashboardResource(MyDashboard dashboard, Caller caller) {
        this.dashboard = dashboard;
        this.caller = caller;
    }

    @Override
    public Dashboard getDashboard() {
        var page = dashboard.show(caller.client());
        return new Dashboard(
                new Named(page.client().id().value(), page.client().name()),
                page.next()
                        .map(view -> AppointmentsResource.toDto(view, page.asOf()))
                        .orElse(null),
                page.upcoming().stream()
                        .map(view -> AppointmentsResource.toDto(view, page.asOf()))
                        .toList(),
                toDto(page.tiles()),
                PortalResource.toDto(page.clinic()),
                page.preview());
    }

    private static Tiles toDto(clinic.portal.core.dashboard.Dashboard.Tiles tiles) {
        return new Tiles(
                new AppointmentsTile(tiles.appointments()),
                new PaymentsTile(tiles.payments(), Monies.toDto(tiles.outstanding())),
                new PackagesTile(tiles.packages(), tiles.sessions()),
                new VouchersTile(tiles.vouchers(), Monies.toDto(tiles.voucherMoney())));
    }
}
