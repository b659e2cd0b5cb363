package clinic.portal.core.fakes;

import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.Page;
import clinic.portal.core.shared.PageRequest;
import clinic.portal.core.shared.Viewer;
import clinic.portal.core.voucher.VoucherList;
import clinic.portal.core.voucher.VoucherView;
import java.time.Instant;
import java.util.stream.Stream;

public final class InMemoryVouchers implements VoucherList {
    private final Owned<VoucherView> vouchers = new Owned<>();

    /** Adds the voucher, or puts it in place of the one with its id. */
    public void put(ClinicId clinic, ClientId client, VoucherView view) {
        vouchers.removeIf(known -> known.id().equals(view.id()));
        vouchers.add(clinic, client, view);
    }

    @Override
    public Page<VoucherView> of(Viewer.Client viewer, PageRequest page) {
        return Keyset.descending(vouchers.of(viewer), page, VoucherView::cursor);
    }

    Stream<VoucherView> usable(Viewer.Client viewer, Instant now) {
        return vouchers.of(viewer).filter(view -> view.status(now) == VoucherView.Status.ACTIVE);
    }
}
