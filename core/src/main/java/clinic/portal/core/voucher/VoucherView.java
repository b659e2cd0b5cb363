package clinic.portal.core.voucher;

import clinic.portal.core.shared.Cursor;
import clinic.portal.core.shared.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Money with an expiry, as its holder sees it.
 *
 * @param balance what is left of it
 * @param expiresOn the last day it can be used, in the clinic's zone; absent where it never ends
 * @param zone the clinic's
 */
public record VoucherView(
        VoucherId id,
        String code,
        Money initialValue,
        Money balance,
        Instant issuedAt,
        @Nullable LocalDate expiresOn,
        ZoneId zone) {

    public enum Status {
        ACTIVE,
        USED_UP,
        EXPIRED
    }

    public Status status(Instant now) {
        if (!balance.isPositive()) {
            return Status.USED_UP;
        }
        return expiresOn != null && LocalDate.ofInstant(now, zone).isAfter(expiresOn) ? Status.EXPIRED : Status.ACTIVE;
    }

    public Cursor cursor() {
        return new Cursor(issuedAt, id.value());
    }
}
