package clinic.portal.core.login;

import clinic.portal.core.shared.ClinicId;

/** Links in people's hands. Times are the database's; spending is one statement (SECURITY S4). */
public interface LiveLinks {
    Spending spend(ClinicId clinic, Audience audience, byte[] tokenHash);

    /**
     * Tries the newest link of an identifier by its code. The try is counted before the code is compared, and counts
     * whether or not it fits; after {@code tries} no code fits any more.
     */
    Spending spendByCode(ClinicId clinic, Audience audience, Identifier identifier, byte[] codeHash, int tries);

    sealed interface Spending {
        record Spent(Subject subject) implements Spending {}

        record AlreadyUsed() implements Spending {}

        /** Too old, or a newer one was made. */
        record Expired() implements Spending {}

        record Unknown() implements Spending {}
    }
}
