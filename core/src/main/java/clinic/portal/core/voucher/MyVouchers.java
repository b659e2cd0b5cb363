package clinic.portal.core.voucher;

import clinic.portal.core.shared.Page;
import clinic.portal.core.shared.PageRequest;
import clinic.portal.core.shared.Viewer;

/** A client looking at their vouchers. */
public class MyVouchers {
    private final VoucherList vouchers;

    public MyVouchers(VoucherList vouchers) {
        this.vouchers = vouchers;
    }

    public Page<VoucherView> list(Viewer.Client viewer, PageRequest page) {
        return vouchers.of(viewer, page);
    }
}
