package clinic.portal.core.voucher;

import clinic.portal.core.shared.Page;
import clinic.portal.core.shared.PageRequest;
import clinic.portal.core.shared.Viewer;

/** A client's vouchers, for showing. */
public interface VoucherList {
    /** The latest issued first. */
    Page<VoucherView> of(Viewer.Client viewer, PageRequest page);
}
