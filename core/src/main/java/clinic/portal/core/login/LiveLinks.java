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

    /**
     * Makes a link unspent again that the running transaction has spent: its holder has yet to show a second factor.
     *
     * @param wrong whether they sent a wrong one, which is counted; after {@code tries} of them the link is void
     */
    void giveBack(ClinicId clinic, LinkId link, boolean wrong, int tries);

    sealed interface Spending {
        record Spent(Subject subject, LinkId link) implements Spending {}

        record AlreadyUsed() implements Spending {}

        /** Too old, or a newer one was made. */
        record Expired() implements Spending {}

        record Unknown() implements Spending {}
    }
}
