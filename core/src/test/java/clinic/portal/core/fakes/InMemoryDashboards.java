package clinic.portal.core.fakes;

import clinic.portal.core.client.Profile;
import clinic.portal.core.clinic.Clinic;
import clinic.portal.core.dashboard.Dashboard;
import clinic.portal.core.dashboard.Dashboards;
import clinic.portal.core.ledger.MyBalance;
import clinic.portal.core.packages.PackageView;
import clinic.portal.core.shared.Money;
import clinic.portal.core.shared.PageRequest;
import clinic.portal.core.shared.Viewer;
import clinic.portal.core.voucher.VoucherView;
import java.time.Instant;
import java.util.Optional;

/** Sums up what the other fakes hold. */
public final class InMemoryDashboards implements Dashboards {
    private final InMemoryClinics clinics;
    private final InMemoryProfiles profiles;
    private final InMemoryAppointments appointments;
    private final InMemoryLedger ledger;
    private final InMemoryPackages packages;
    private final InMemoryVouchers vouchers;

    public InMemoryDashboards(
            InMemoryClinics clinics,
            InMemoryProfiles profiles,
            InMemoryAppointments appointments,
            InMemoryLedger ledger,
            InMemoryPackages packages,
            InMemoryVouchers vouchers) {
        this.clinics = clinics;
        this.profiles = profiles;
        this.appointments = appointments;
        this.ledger = ledger;
        this.packages = packages;
        this.vouchers = vouchers;
    }

    @Override
    public Optional<Dashboard> read(Viewer.Client viewer, Instant now, int upcoming) {
        return clinics.find(viewer.clinic())
                .flatMap(clinic -> profiles.find(viewer.clinic(), viewer.client())
                        .map(profile -> read(viewer, clinic, profile, now, upcoming)));
    }

    private Dashboard read(Viewer.Client viewer, Clinic clinic, Profile profile, Instant now, int upcoming) {
        return new Dashboard(
                profile,
                clinic,
                now,
                appointments.upcoming(viewer, now, PageRequest.first(upcoming)).items(),
                tiles(viewer, clinic, now),
                viewer.preview());
    }

    private Dashboard.Tiles tiles(Viewer.Client viewer, Clinic clinic, Instant now) {
        var balance = new MyBalance(ledger, clinics).show(viewer).balance();
        return new Dashboard.Tiles(
                (int) appointments.upcoming(viewer, now).count(),
                balance.payments().size(),
                balance.outstanding(),
                (int) packages.usable(viewer, now).count(),
                packages.usable(viewer, now)
                        .map(PackageView::sessions)
                        .mapToInt(PackageView.Sessions::remaining)
                        .sum(),
                (int) vouchers.usable(viewer, now).count(),
                vouchers.usable(viewer, now)
                        .map(VoucherView::balance)
                        .reduce(Money.zero(clinic.currency()), Money::plus));
    }
}
