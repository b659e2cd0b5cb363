package clinic.portal.core.login;

import clinic.portal.core.login.Sessions.End;
import clinic.portal.core.login.Sessions.Refreshable;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.Secrets;
import clinic.portal.core.shared.SessionId;
import clinic.portal.core.shared.Viewer;
import java.time.Duration;
import java.util.Optional;

/** Sessions once they are open: recognised, renewed, ended. */
public class SessionKeeping {
    /** From logging in, whatever is done in between (SECURITY S15). */
    public static final Duration LIFE = Duration.ofDays(7);
    /** Without a renewal (SECURITY S15). */
    public static final Duration IDLE = Duration.ofHours(24);
    /** Within this, a spent token's holder is taken for one whose answer got lost, not for a thief (SECURITY S15). */
    static final Duration GRACE = Duration.ofSeconds(10);

    private final Sessions sessions;
    private final Secrets secrets;

    public SessionKeeping(Sessions sessions, Secrets secrets) {
        this.sessions = sessions;
        this.secrets = secrets;
    }

    public Optional<Viewer.InSession> recognise(ClinicId clinic, SessionId session, Audience audience) {
        return sessions.live(clinic, session, audience).map(Session::viewer);
    }

    /**
     * Gives the next refresh token for the current one. A token used twice ends the session, for one of its two holders
     * is not its owner; that must stay done although the caller is refused, so refusals are given back, not thrown.
     */
    public Renewal renew(ClinicId clinic, Audience audience, String refreshToken) {
        byte[] hash = secrets.hash(refreshToken);
        return sessions.lock(clinic, audience, hash)
                .filter(found -> found.live() && !found.stale())
                .map(found -> renew(found, hash))
                .orElseGet(Renewal.Ended::new);
    }

    private Renewal renew(Refreshable token, byte[] hash) {
        var session = token.session();
        Duration spentFor = token.spentFor();
        byte[] successor = token.successor();
        if (spentFor == null) {
            String next = secrets.token();
            sessions.rotate(
                    session.clinic(),
                    session.id(),
                    hash,
                    secrets.hash(next),
                    secrets.seal(next, context(session)),
                    IDLE);
            return new Renewal.Renewed(session, next);
        }
        if (spentFor.compareTo(GRACE) <= 0 && successor != null) {
            var current = secrets.open(successor, context(session));
            if (current.isPresent()) {
                return new Renewal.Renewed(session, current.get());
            }
        }
        sessions.end(session.clinic(), session.id(), End.TOKEN_REUSED);
        return new Renewal.Ended();
    }

    public void end(Viewer.InSession viewer) {
        sessions.end(viewer.clinic(), viewer.session(), End.LOGGED_OUT);
    }

    /** Forgets sessions that nobody can use any more. */
    public int tidy(ClinicId clinic) {
        return sessions.forget(clinic, LIFE);
    }

    private static String context(Session session) {
        return "refresh-token " + session.clinic().value() + " " + session.id().value();
    }

    /** What came of trying to renew a session. */
    public sealed interface Renewal {
        record Renewed(Session session, String refreshToken) implements Renewal {
            @Override
            public String toString() {
                return "Renewed[" + session.id() + "]";
            }
        }

        record Ended() implements Renewal {
            public SessionEnded why() {
                return new SessionEnded();
            }
        }
    }
}
