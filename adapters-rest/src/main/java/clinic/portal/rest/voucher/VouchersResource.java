package clinic.portal.rest.voucher;

import clinic.portal.core.voucher.MyVouchers;
import clinic.portal.core.voucher.VoucherView;
import clinic.portal.rest.api.VouchersApi;
import clinic.portal.rest.api.model.ValueStatus;
import clinic.portal.rest.api.model.Voucher;
import clinic.portal.rest.api.model.VoucherPage;
import clinic.portal.rest.login.Caller;
import clinic.portal.rest.shared.Cursors;
import clinic.portal.rest.shared.Monies;
import io.smallrye.common.annotation.RunOnVirtualThread;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@RunOnVirtualThread
public class VouchersResource implements VouchersApi {
    private final MyVouchers vouchers;
    private final Caller caller;
    private final Clock clock;

    VouchersResource(MyVouchers vouchers, Caller caller, Clock clock) {
        this.vouchers = vouchers;
        this.caller = caller;
        this.clock = clock;
    }

    @Override
    public VoucherPage listMyVouchers(@Nullable Integer limit, @Nullable String cursor) {
        var page = vouchers.list(caller.client(), Cursors.page(limit, cursor));
        Instant now = clock.instant();
        return new VoucherPage(
                page.items().stream().map(view -> toDto(view, now)).toList(), Cursors.write(page.next()));
    }

    private static Voucher toDto(VoucherView view, Instant now) {
        return new Voucher(
                view.id().value(),
                view.code(),
                Monies.toDto(view.initialValue()),
                Monies.toDto(view.balance()),
                view.expiresOn(),
                switch (view.status(now)) {
                    case ACTIVE -> ValueStatus.ACTIVE;
                    case USED_UP -> ValueStatus.USED_UP;
                    case EXPIRED -> ValueStatus.EXPIRED;
                });
    }
}
