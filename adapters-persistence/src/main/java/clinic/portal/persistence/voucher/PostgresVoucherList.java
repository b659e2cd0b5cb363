package clinic.portal.persistence.voucher;

import clinic.portal.core.shared.Money;
import clinic.portal.core.shared.Page;
import clinic.portal.core.shared.PageRequest;
import clinic.portal.core.shared.Viewer;
import clinic.portal.core.voucher.VoucherId;
import clinic.portal.core.voucher.VoucherList;
import clinic.portal.core.voucher.VoucherView;
import clinic.portal.persistence.shared.Paging;
import clinic.portal.persistence.shared.Row;
import clinic.portal.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Currency;

@Singleton
public class PostgresVoucherList implements VoucherList {
    private final Sql sql;

    public PostgresVoucherList(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Page<VoucherView> of(Viewer.Client viewer, PageRequest page) {
        var from = Paging.before(page);
        var rows = sql.list(
                PostgresVoucherList::view,
                """
                select v.voucher_id, v.code, v.initial_minor, v.issued_at, v.expires_on, k.zone, k.currency,
                       v.initial_minor - coalesce(
                           (select sum(r.amount_minor) from voucher_redemptions r
                            where r.clinic_id = v.clinic_id and r.voucher_id = v.voucher_id), 0) as balance_minor
                from vouchers v
                join clinics k on k.clinic_id = v.clinic_id
                where v.clinic_id = ? and v.client_id = ? and (v.issued_at, v.voucher_id) < (?, ?)
                order by v.issued_at desc, v.voucher_id desc limit ?""",
                viewer.clinic().value(),
                viewer.client().value(),
                from.at(),
                from.id(),
                Paging.rows(page));
        return Page.cut(rows, page, VoucherView::cursor);
    }

    private static VoucherView view(Row row) throws SQLException {
        var currency = Currency.getInstance(row.text("currency"));
        return new VoucherView(
                new VoucherId(row.uuid("voucher_id")),
                row.text("code"),
                new Money(row.number("initial_minor"), currency),
                new Money(row.number("balance_minor"), currency),
                row.instant("issued_at"),
                row.dateOrNull("expires_on"),
                ZoneId.of(row.text("zone")));
    }
}
