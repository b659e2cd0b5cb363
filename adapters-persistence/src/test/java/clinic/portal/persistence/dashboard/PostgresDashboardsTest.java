package clinic.portal.persistence.dashboard;

import static clinic.portal.persistence.testing.SampleClinic.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.core.booking.AppointmentList;
import clinic.portal.core.booking.AppointmentView;
import clinic.portal.core.client.Profiles;
import clinic.portal.core.clinic.Clinics;
import clinic.portal.core.dashboard.Dashboard;
import clinic.portal.core.dashboard.Dashboards;
import clinic.portal.core.ledger.Ledger;
import clinic.portal.core.ledger.MyBalance;
import clinic.portal.core.packages.PackageList;
import clinic.portal.core.packages.PackageView;
import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.PageRequest;
import clinic.portal.core.voucher.VoucherList;
import clinic.portal.core.voucher.VoucherView;
import clinic.portal.persistence.shared.Sql;
import clinic.portal.persistence.testing.CountingDatabase;
import clinic.portal.persistence.testing.EmbeddedDatabase;
import clinic.portal.persistence.testing.SampleClinic;
import clinic.portal.persistence.testing.Tenant;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(EmbeddedDatabase.class)
class PostgresDashboardsTest {
    private static final PageRequest ALL = PageRequest.first(PageRequest.LARGEST);

    @Inject
    AgroalDataSource database;

    @Inject
    Tenant tenant;

    @Inject
    Dashboards dashboards;

    @Inject
    AppointmentList appointments;

    @Inject
    PackageList packages;

    @Inject
    VoucherList vouchers;

    @Inject
    Ledger ledger;

    @Inject
    Profiles profiles;

    @Inject
    Clinics clinics;

    private final SampleClinic glow = new SampleClinic();
    private final ClientId bea = glow.client();

    @Test
    void itShowsWhatTheListsBehindItsTilesShow() {
        fillAll();
        var viewer = glow.viewer(bea);

        Dashboard page = read(bea, 10).orElseThrow();

        tenant.run(glow.id, () -> {
            var upcoming = appointments.upcoming(viewer, NOON, ALL).items();
            assertThat(page.upcoming()).isEqualTo(upcoming).hasSize(3);
            assertThat(page.tiles().appointments()).isEqualTo(upcoming.size());

            var balance = new MyBalance(ledger, clinics).show(viewer).balance();
            assertThat(page.tiles().outstanding()).isEqualTo(balance.outstanding());
            assertThat(page.tiles().outstanding().minor()).isEqualTo(4500);
            assertThat(page.tiles().payments()).isEqualTo(balance.payments().size());

            var usable = packages.of(viewer, ALL).items().stream()
                    .filter(each -> each.status(NOON) == PackageView.Status.ACTIVE)
                    .toList();
            assertThat(page.tiles().packages()).isEqualTo(usable.size()).isEqualTo(3);
            assertThat(page.tiles().sessions())
                    .isEqualTo(usable.stream()
                            .mapToInt(each -> each.sessions().remaining())
                            .sum())
                    .isEqualTo(6);

            var worth = vouchers.of(viewer, ALL).items().stream()
                    .filter(each -> each.status(NOON) == VoucherView.Status.ACTIVE)
                    .toList();
            assertThat(page.tiles().vouchers()).isEqualTo(worth.size()).isEqualTo(2);
            assertThat(page.tiles().voucherMoney().minor())
                    .isEqualTo(worth.stream()
                            .mapToLong(each -> each.balance().minor())
                            .sum())
                    .isEqualTo(7000);

            assertThat(page.client()).isEqualTo(profiles.find(glow.id, bea).orElseThrow());
            assertThat(page.clinic()).isEqualTo(clinics.find(glow.id).orElseThrow());
        });
    }

    @Test
    void aClientWithNothingHasAPageOfZeros() {
        Dashboard page = read(bea, 10).orElseThrow();

        assertThat(page.upcoming()).isEmpty();
        assertThat(page.next()).isEmpty();
        assertThat(page.tiles().appointments()).isZero();
        assertThat(page.tiles().outstanding().minor()).isZero();
        assertThat(page.tiles().packages()).isZero();
        assertThat(page.tiles().voucherMoney().minor()).isZero();
    }

    @Test
    void theTileCountsAllThoughTheListIsCut() {
        for (int day = 1; day <= 15; day++) {
            glow.appointment(bea, NOON.plus(Duration.ofDays(day)), "booked");
        }

        Dashboard page = read(bea, 10).orElseThrow();

        assertThat(page.tiles().appointments()).isEqualTo(15);
        assertThat(page.upcoming()).hasSize(10).isSortedAccordingTo(this::bySoonest);
    }

    @Test
    void anErasedClientHasNone() {
        SampleClinic.run("update clients set erased_at = now() where client_id = ?", bea.value());

        assertThat(read(bea, 10)).isEmpty();
    }

    @Test
    void anotherClientsAndAnotherClinicsThingsAreNotOnIt() {
        fillAll();
        ClientId other = glow.client();
        var elsewhere = new SampleClinic();

        assertThat(read(other, 10).orElseThrow().tiles().appointments()).isZero();
        assertThat(tenant.in(elsewhere.id, () -> dashboards.read(elsewhere.viewer(bea), NOON, 10)))
                .isEmpty();
        assertThat(tenant.in(elsewhere.id, () -> dashboards.read(glow.viewer(bea), NOON, 10)))
                .as("the second wall holds where the first is passed")
                .isEmpty();
    }

    @Test
    void itTakesOneStatementHoweverMuchThereIs() {
        glow.appointment(bea, NOON.plus(Duration.ofDays(1)), "booked");
        ClientId busy = glow.client();
        for (int day = -150; day < 150; day++) {
            glow.appointment(busy, NOON.plus(Duration.ofDays(day)), "booked");
            glow.charge(busy, 100, NOON);
        }

        var counting = new CountingDatabase(database);
        var counted = new PostgresDashboards(new Sql(counting.counted()));

        var few = tenant.in(glow.id, () -> counted.read(glow.viewer(bea), NOON, 10));
        assertThat(counting.statements()).isEqualTo(1);
        var many = tenant.in(glow.id, () -> counted.read(glow.viewer(busy), NOON, 10));
        assertThat(counting.statements()).isEqualTo(1);

        assertThat(few.orElseThrow().tiles().appointments()).isEqualTo(1);
        assertThat(many.orElseThrow().tiles().appointments()).isEqualTo(150);
    }

    private Optional<Dashboard> read(ClientId client, int upcoming) {
        return tenant.in(glow.id, () -> dashboards.read(glow.viewer(client), NOON, upcoming));
    }

    private int bySoonest(AppointmentView one, AppointmentView other) {
        return one.startsAt().compareTo(other.startsAt());
    }

    private void fillAll() {
        glow.appointment(bea, NOON.minusSeconds(600), "arrived");
        glow.appointment(bea, NOON.plus(Duration.ofDays(2)), "booked");
        glow.appointment(bea, NOON.plus(Duration.ofDays(1)), "booked");
        glow.appointment(bea, NOON.plus(Duration.ofDays(3)), "cancelled");
        glow.appointment(bea, NOON.minusSeconds(1800), "booked");
        glow.appointment(bea, NOON.minus(Duration.ofDays(9)), "completed");
        glow.charge(bea, 5000, NOON.minusSeconds(300));
        glow.charge(bea, 2500, NOON.minusSeconds(200));
        glow.money(bea, "payment", 4000, NOON.minusSeconds(100));
        glow.money(bea, "refund", 1000, NOON.minusSeconds(50));
        glow.course(bea, 6, 2, 1, null);
        glow.course(bea, 3, 0, 0, "2026-06-15");
        glow.course(bea, 3, 0, 0, "2026-06-14");
        glow.course(bea, 2, 2, 0, null);
        glow.course(bea, 1, 0, 1, null);
        glow.voucher(bea, 5000, 0, null);
        glow.voucher(bea, 5000, 3000, "2026-06-15");
        glow.voucher(bea, 5000, 0, "2026-06-14");
        glow.voucher(bea, 5000, 5000, null);
    }
}
