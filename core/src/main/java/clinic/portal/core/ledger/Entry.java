package clinic.portal.core.ledger;

import clinic.portal.core.shared.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line of a client's ledger. Lines are never changed; a correction is a line of its own. Amounts are positive. */
public sealed interface Entry {
    UUID id();

    Instant at();

    Money amount();

    /** The client owes this. */
    record Charge(
            UUID id,
            Instant at,
            Money amount,
            String description,
            @Nullable LocalDate dueOn) implements Entry {}

    /** The client gave this. */
    record Payment(UUID id, Instant at, Money amount, Method method) implements Entry {}

    /** The client got this back. */
    record Refund(UUID id, Instant at, Money amount, Method method) implements Entry {}

    enum Method {
        CARD,
        CASH,
        TRANSFER,
        VOUCHER,
        OTHER
    }
}
