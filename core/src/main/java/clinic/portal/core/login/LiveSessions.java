package clinic.portal.core.login;

import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.SessionId;
import java.util.List;
import java.util.Set;

/** Sessions by the dozen, for what goes on for longer than a request. */
public interface LiveSessions {
    /** Those of them that may be used now, each as {@link Sessions#live} has it. */
    List<Session> among(ClinicId clinic, Audience audience, Set<SessionId> sessions);
}
