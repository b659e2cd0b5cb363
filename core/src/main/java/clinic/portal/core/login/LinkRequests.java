package clinic.portal.core.login;

import clinic.portal.core.shared.ClinicId;
import java.time.Duration;
import java.util.Optional;

/** Links asked for and made, up to their being sent. Times are the database's. */
public interface LinkRequests {
    void add(ClinicId clinic, LinkId id, Audience audience, Identifier identifier);

    /**
     * A request that still waits to be sent. Until the transaction ends nobody else gets it, nor any other request for
     * the same identifier, nor (for SMS) any other of the clinic: so the history cannot change while limits are judged.
     */
    Optional<LinkRequest> take(ClinicId clinic, LinkId id);

    /** Links made (not merely asked for) by now, this one not counted. */
    LinkHistory historyOf(LinkRequest request);

    /**
     * Makes a link of the request: good from now for {@code life}, known by its hashes only, with {@code sealed} kept
     * until it is sent. All older links of the same subject are void from now on.
     */
    void arm(LinkRequest request, Subject subject, LinkHashes hashes, byte[] sealed, Duration life);

    /** No further attempt will be made; what was sealed is gone. */
    void settle(ClinicId clinic, LinkId id, Outcome outcome, String reason);

    /** Forgets requests older than {@code age} and what they held; gives back how many. */
    int forget(ClinicId clinic, Duration age);

    /** What a link came to, as staff will read it. */
    enum Outcome {
        SENT,
        UNCERTAIN,
        REJECTED,
        HELD_BACK,
        GAVE_UP
    }
}
