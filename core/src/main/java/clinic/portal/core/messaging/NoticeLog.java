package clinic.portal.core.messaging;

import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.ClinicId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of each notice. Holds no address and no words. */
public interface NoticeLog {
    /**
     * Writes the notice down where it is not yet, under {@code fresh}; the same notice is the same line for good. Until
     * the transaction ends, nobody else opens it.
     */
    Line open(ClinicId clinic, Notice notice, ClientId client, NoticeId fresh);

    /** @param reference the far end's own id, where it gives one */
    void settle(ClinicId clinic, NoticeId id, Outcome outcome, String reason, @Nullable String reference);

    /** SMS of this clinic's that were sent, or perhaps sent, within the last 24 hours; login links too. */
    int smsLastDay(ClinicId clinic);

    /** @param age since it was first opened, by the database's clock */
    record Line(NoticeId id, boolean settled, Duration age) {}

    enum Outcome {
        SENT,
        /** Perhaps sent; not sent again (SECURITY F2). */
        UNKNOWN,
        REJECTED,
        GAVE_UP,
        /** Nobody to send it to, or nothing to say any more. */
        HELD_BACK
    }
}
