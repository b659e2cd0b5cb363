package clinic.portal.core.booking;

import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.ClinicId;
import java.time.Duration;
import java.time.Instant;

/** Keys that stand for a client once. Only their SHA-256 is kept; times are the database's. */
public interface OneTimeKeys {
    /** @return when it expires */
    Instant add(ClinicId clinic, Purpose purpose, byte[] hash, ClientId client, Duration life);

    /** One statement, so that one of many wins (SECURITY S4). */
    Spending spend(ClinicId clinic, Purpose purpose, byte[] hash);

    /** Takes away those that have been over for a day, used or not. @return how many */
    int tidy(ClinicId clinic);

    enum Purpose {
        /** To see the client's own name and address in the booking form. */
        PREFILL,
        /** To book as that client. */
        BOOKING
    }

    sealed interface Spending {
        record Spent(ClientId client) implements Spending {}

        record AlreadyUsed() implements Spending {}

        record Expired() implements Spending {}

        record Unknown() implements Spending {}
    }
}
