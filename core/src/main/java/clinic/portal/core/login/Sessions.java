package clinic.portal.core.login;

import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.SessionId;
import clinic.portal.core.shared.StaffId;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sessions and their refresh tokens. Times are the database's. */
public interface Sessions {
    /** @param refreshHash of the first refresh token, good for {@code idle} or until the session's {@code life} is over */
    Session open(ClinicId clinic, SessionId id, Subject subject, byte[] refreshHash, Duration life, Duration idle);

    /** A client's session in which a member of staff looks, for {@code life}: it has no refresh token and never gets one. */
    Session openPreview(ClinicId clinic, SessionId id, ClientId client, StaffId by, Duration life);

    /**
     * A session that may be used now: not ended, not over, its portal on, its client not erased, its member of staff
     * not gone. Name and role are today's, not those at login: whoever was demoted is demoted at once. A preview goes on
     * while the portal is off, and ends with the member of staff who opened it.
     */
    Optional<Session> live(ClinicId clinic, SessionId id, Audience audience);

    /** The session a refresh token belongs to, kept from everybody else until the transaction ends. */
    Optional<Refreshable> lock(ClinicId clinic, Audience audience, byte[] refreshHash);

    /** Spends one refresh token and puts the next in its place. */
    void rotate(ClinicId clinic, SessionId id, byte[] spentHash, byte[] nextHash, byte[] nextSealed, Duration idle);

    void end(ClinicId clinic, SessionId id, End why);

    /** Forgets sessions over for longer than {@code age}; gives back how many. */
    int forget(ClinicId clinic, Duration age);

    enum End {
        LOGGED_OUT,
        TOKEN_REUSED,
        /** The member of staff has left. */
        DEACTIVATED,
        /** The member's second factor was set up or taken away. */
        SECOND_FACTOR,
        /** The role of the member of staff who looked is another. */
        ROLE_CHANGED
    }

    /**
     * A refresh token as it stands.
     *
     * @param live whether the session may be used now, as in {@link Sessions#live}
     * @param stale never spent, and its idle time is over; a spent token is no longer stale, for its reuse must be seen
     * @param spentFor how long ago it was spent; absent while it is the current one
     * @param successor the sealed token that took its place, while that one is itself unspent
     */
    record Refreshable(
            Session session,
            boolean live,
            boolean stale,
            @Nullable Duration spentFor,
            byte @Nullable [] successor) {}
}
