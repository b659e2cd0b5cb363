package clinic.portal.core.voucher;

import static clinic.portal.core.fixtures.Fixtures.LONDON;
import static clinic.portal.core.fixtures.Fixtures.NOW;
import static clinic.portal.core.fixtures.Fixtures.pounds;
import static clinic.portal.core.fixtures.Fixtures.uuid;
import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.core.fixtures.Fixtures;
import clinic.portal.core.shared.Cursor;
import clinic.portal.core.shared.PageRequest;
import clinic.portal.core.voucher.VoucherView.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class VoucherViewTest {
    private static final ZoneId AUCKLAND = ZoneId.of("Pacific/Auckland");
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 12, 31);

    @Test
    void itCanBeUsedToTheEndOfItsLastDayInTheClinicsZone() {
        var voucher = aVoucher(30, LAST_DAY, AUCKLAND);
        // Thirteen hours ahead: the year ends there before noon of its last day in UTC.
        var midnight = Instant.parse("2026-12-31T11:00:00Z");

        assertThat(voucher.status(midnight.minusMillis(1))).isEqualTo(Status.ACTIVE);
        assertThat(voucher.status(midnight)).isEqualTo(Status.EXPIRED);
        assertThat(aVoucher(30, LAST_DAY, LONDON).status(midnight)).isEqualTo(Status.ACTIVE);
    }

    @Test
    void withoutALastDayItNeverExpires() {
        assertThat(aVoucher(30, null, LONDON).status(Instant.parse("2999-01-01T00:00:00Z")))
                .isEqualTo(Status.ACTIVE);
    }

    @Test
    void withNothingLeftItIsUsedUpAlsoWhenExpired() {
        assertThat(aVoucher(0, null, LONDON).status(NOW)).isEqualTo(Status.USED_UP);
        assertThat(aVoucher(0, LocalDate.of(2020, 1, 1), LONDON).status(NOW)).isEqualTo(Status.USED_UP);
    }

    @Test
    void listsGoOnAfterItsIssueAndId() {
        assertThat(aVoucher(30, null, LONDON).cursor()).isEqualTo(new Cursor(NOW, uuid(1)));
    }

    @Test
    void aClientSeesTheirOwn() {
        var world = Fixtures.glow();

        assertThat(world.myVouchers.list(world.asAda(), PageRequest.first(5)).items())
                .extracting(VoucherView::code)
                .containsExactly("GLOW-4001");
        assertThat(world.myVouchers.list(world.asBen(), PageRequest.first(5)).items())
                .isEmpty();
    }

    private static VoucherView aVoucher(long left, LocalDate expiresOn, ZoneId zone) {
        return new VoucherView(new VoucherId(uuid(1)), "GLOW-1", pounds(50), pounds(left), NOW, expiresOn, zone);
    }
}
