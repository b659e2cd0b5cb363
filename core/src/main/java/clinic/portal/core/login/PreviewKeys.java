package clinic.portal.core.login;

import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.StaffId;
import java.time.Duration;
import java.time.Instant;

/** Keys that open a preview once. Only their SHA-256 is kept; times are the database's. */
public interface PreviewKeys {
    /**
     * @param by the member of staff who is going to look
     * @return when it expires
     */
    Instant add(ClinicId clinic, byte[] hash, ClientId client, StaffId by, Duration life);

    /** One statement, so that one of many wins (SECURITY S4). */
    Spending spend(ClinicId clinic, byte[] hash);

    /** Takes away those that were over {@code age} ago, used or not; gives back how many. */
    int forget(ClinicId clinic, Duration age);

    sealed interface Spending {
        record Spent(ClientId client, StaffId by) implements Spending {}

        record AlreadyUsed() implements Spending {}

        record Expired() implements Spending {}

        /** Or its client is erased, or its member of staff gone. */
        record Unknown() implements Spending {}
    }
}
