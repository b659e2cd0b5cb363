package clinic.portal.core.contracts;

import static clinic.portal.core.fixtures.Fixtures.NOW;
import static clinic.portal.core.fixtures.Fixtures.aVoucher;
import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.core.shared.PageRequest;
import clinic.portal.core.shared.Viewer;
import clinic.portal.core.voucher.VoucherList;
import clinic.portal.core.voucher.VoucherView;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

public abstract class VoucherListContract extends ClientDataSetting {
    protected abstract VoucherList vouchers();

    protected abstract void given(Viewer.Client whose, VoucherView view);

    @Test
    void aVoucherIsShownJustAsItIs() {
        given(viewer(), aVoucher(1, NOW));

        assertThat(list()).containsExactly(aVoucher(1, NOW));
    }

    @Test
    void theLatestIssuedIsFirst() {
        var older = aVoucher(1, NOW.minus(Duration.ofDays(2)));
        var latest = aVoucher(2, NOW);
        var oldest = aVoucher(3, NOW.minus(Duration.ofDays(9)));
        List.of(older, latest, oldest).forEach(one -> given(viewer(), one));

        assertThat(list()).containsExactly(latest, older, oldest);
    }

    @Test
    void pagesJoinWithoutGapOrRepeatAlsoAmongEqualTimes() {
        for (int number = 1; number <= 5; number++) {
            given(viewer(), aVoucher(number, NOW));
        }

        assertThat(walk(2, page -> vouchers().of(viewer(), page)))
                .containsExactly(
                        aVoucher(5, NOW), aVoucher(4, NOW), aVoucher(3, NOW), aVoucher(2, NOW), aVoucher(1, NOW));
    }

    @Test
    void othersVouchersAreNotThere() {
        given(neighbour(), aVoucher(1, NOW));
        given(stranger(), aVoucher(2, NOW));

        assertThat(list()).isEmpty();
    }

    private List<VoucherView> list() {
        return vouchers().of(viewer(), PageRequest.first(10)).items();
    }
}
