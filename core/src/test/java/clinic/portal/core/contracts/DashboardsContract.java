package clinic.portal.core.contracts;

import static clinic.portal.core.fixtures.Fixtures.LONDON;
import static clinic.portal.core.fixtures.Fixtures.NOW;
import static clinic.portal.core.fixtures.Fixtures.aBookedAppointment;
import static clinic.portal.core.fixtures.Fixtures.aCharge;
import static clinic.portal.core.fixtures.Fixtures.aPackage;
import static clinic.portal.core.fixtures.Fixtures.aPayment;
import static clinic.portal.core.fixtures.Fixtures.aRefund;
import static clinic.portal.core.fixtures.Fixtures.aVoucher;
import static clinic.portal.core.fixtures.Fixtures.anAppointment;
import static clinic.portal.core.fixtures.Fixtures.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.core.booking.AppointmentStatus;
import clinic.portal.core.booking.AppointmentView;
import clinic.portal.core.dashboard.Dashboard;
import clinic.portal.core.dashboard.Dashboards;
import clinic.portal.core.ledger.Entry;
import clinic.portal.core.packages.PackageView;
import clinic.portal.core.shared.Viewer;
import clinic.portal.core.voucher.VoucherView;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

public abstract class DashboardsContract extends ClientDataSetting {
    private static final Duration HOUR = Duration.ofHours(1);
    /** The last second on which {@code aPackage} and {@code aVoucher} can be used, and the first on which not. */
    private static final Instant LAST_DAYS_END =
            LocalDate.of(2026, 8, 1).atStartOfDay(LONDON).toInstant();

    protected abstract Dashboards dashboards();

    protected abstract void given(Viewer.Client whose, AppointmentView appointment);

    protected abstract void given(Viewer.Client whose, Entry entry);

    protected abstract void given(Viewer.Client whose, PackageView view);

    protected abstract void given(Viewer.Client whose, VoucherView view);

    protected abstract void viewerIsErased();

    @Test
    void aNewClientsDashboardIsEmptyAndTheirOwn() {
        var dashboard = read(NOW);

        assertThat(dashboard.client().id()).isEqualTo(viewer().client());
        assertThat(dashboard.clinic().id()).isEqualTo(viewer().clinic());
        assertThat(dashboard.asOf()).isEqualTo(NOW);
        assertThat(dashboard.preview()).isFalse();
        assertThat(dashboard.upcoming()).isEmpty();
        assertThat(dashboard.tiles()).isEqualTo(new Dashboard.Tiles(0, 0, pounds(0), 0, 0, 0, pounds(0)));
    }

    @Test
    void aPreviewSaysThatItIsOne() {
        var preview = new Viewer.Client(viewer().clinic(), viewer().client(), viewer().session(), true);

        assertThat(dashboards().read(preview, NOW, 10).orElseThrow().preview()).isTrue();
    }

    @Test
    void anErasedClientHasNone() {
        viewerIsErased();

        assertThat(dashboards().read(viewer(), NOW, 10)).isEmpty();
    }

    @Test
    void theSoonestAreShownAndAllAreCounted() {
        var soon = aBookedAppointment(1, NOW.plus(HOUR));
        var running = aBookedAppointment(2, NOW.minus(HOUR).plusSeconds(1));
        given(viewer(), aBookedAppointment(3, NOW.plus(HOUR.multipliedBy(9))));
        given(viewer(), soon);
        given(viewer(), running);
        given(viewer(), aBookedAppointment(4, NOW.minus(HOUR)));
        given(viewer(), anAppointment(5, NOW.plus(HOUR), AppointmentStatus.CANCELLED));

        var dashboard = dashboards().read(viewer(), NOW, 2).orElseThrow();

        assertThat(dashboard.upcoming()).containsExactly(running, soon);
        assertThat(dashboard.tiles().appointments()).isEqualTo(3);
    }

    @Test
    void thePaymentsTileSaysWhatIsOutstanding() {
        given(viewer(), aCharge(1, NOW.minus(HOUR), pounds(80)));
        given(viewer(), aPayment(2, NOW, pounds(60)));
        given(viewer(), aPayment(3, NOW, pounds(10)));
        given(viewer(), aRefund(4, NOW, pounds(5)));

        var tiles = read(NOW).tiles();

        assertThat(tiles.payments()).isEqualTo(2);
        assertThat(tiles.outstanding()).isEqualTo(pounds(15));
    }

    @Test
    void whoHasPaidTooMuchOwesNothing() {
        given(viewer(), aCharge(1, NOW.minus(HOUR), pounds(80)));
        given(viewer(), aPayment(2, NOW, pounds(100)));

        assertThat(read(NOW).tiles().outstanding()).isEqualTo(pounds(0));
    }

    @Test
    void packagesAndVouchersCountToTheEndOfTheirLastDayInTheClinicsZone() {
        given(viewer(), aPackage(1, NOW));
        given(viewer(), aVoucher(2, NOW));

        var before = read(LAST_DAYS_END.minusSeconds(1)).tiles();
        assertThat(before.packages()).isEqualTo(1);
        assertThat(before.sessions()).isEqualTo(4);
        assertThat(before.vouchers()).isEqualTo(1);
        assertThat(before.voucherMoney()).isEqualTo(pounds(30));

        var after = read(LAST_DAYS_END).tiles();
        assertThat(after.packages()).isZero();
        assertThat(after.sessions()).isZero();
        assertThat(after.vouchers()).isZero();
        assertThat(after.voucherMoney()).isEqualTo(pounds(0));
    }

    @Test
    void whatIsUsedUpDoesNotCount() {
        var six = aPackage(1, NOW);
        given(
                viewer(),
                new PackageView(
                        six.id(), six.name(), six.treatments(), new PackageView.Sessions(6, 6, 0), NOW, null, LONDON));
        var fifty = aVoucher(2, NOW);
        given(viewer(), new VoucherView(fifty.id(), fifty.code(), fifty.initialValue(), pounds(0), NOW, null, LONDON));

        var tiles = read(NOW).tiles();

        assertThat(tiles.packages()).isZero();
        assertThat(tiles.vouchers()).isZero();
    }

    @Test
    void othersThingsAreNotCounted() {
        given(neighbour(), aBookedAppointment(1, NOW.plus(HOUR)));
        given(neighbour(), aCharge(2, NOW, pounds(80)));
        given(neighbour(), aPackage(3, NOW));
        given(stranger(), aVoucher(4, NOW));
        given(stranger(), aPayment(5, NOW, pounds(80)));

        assertThat(read(NOW).tiles()).isEqualTo(new Dashboard.Tiles(0, 0, pounds(0), 0, 0, 0, pounds(0)));
        assertThat(read(NOW).upcoming()).isEmpty();
    }

    private Dashboard read(Instant now) {
        return dashboards().read(viewer(), now, 10).orElseThrow();
    }
}
