package clinic.portal.core.login;

import clinic.portal.core.login.Login.Redemption;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.Ids;
import clinic.portal.core.shared.Secrets;
import clinic.portal.core.shared.SessionId;

/** Opens sessions for whoever has shown who they are. */
public final class SessionOpening {
    private final Sessions sessions;
    private final Secrets secrets;
    private final Ids ids;

    public SessionOpening(Sessions sessions, Secrets secrets, Ids ids) {
        this.sessions = sessions;
        this.secrets = secrets;
        this.ids = ids;
    }

    Redemption.SignedIn open(ClinicId clinic, Subject subject) {
        String refreshToken = secrets.token();
        var session = sessions.open(
                clinic,
                new SessionId(ids.next()),
                subject,
                secrets.hash(refreshToken),
                SessionKeeping.LIFE,
                SessionKeeping.IDLE);
        return new Redemption.SignedIn(session, refreshToken);
    }
}
