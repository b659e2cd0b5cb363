package clinic.portal.core.login;

import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.Denied;
import clinic.portal.core.shared.Right;
import clinic.portal.core.shared.SessionId;
import clinic.portal.core.shared.Viewer;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Who of those that were let in a while ago would be let in now. */
public class Presence {
    private final LiveSessions sessions;

    public Presence(LiveSessions sessions) {
        this.sessions = sessions;
    }

    /** Those whose session goes on and whose role today still includes it. Who cannot be looked up is not among them. */
    public Set<Viewer.Staff> stillIn(ClinicId clinic, Set<Viewer.Staff> viewers, Right right) {
        var ids = viewers.stream()
                .filter(Viewer.Member.class::isInstance)
                .map(viewer -> ((Viewer.Member) viewer).session())
                .collect(Collectors.toSet());
        var today = sessions.among(clinic, Audience.STAFF, ids).stream()
                .collect(Collectors.toMap(Session::id, Function.identity()));
        return viewers.stream()
                .filter(viewer -> switch (viewer) {
                    case Viewer.Member member -> may(member.session(), today, right);
                    case Viewer.Integrator program -> false;
                })
                .collect(Collectors.toSet());
    }

    private static boolean may(SessionId id, Map<SessionId, Session> today, Right right) {
        var session = today.get(id);
        return session != null && session.viewer() instanceof Viewer.Staff staff && may(staff, right);
    }

    private static boolean may(Viewer.Staff viewer, Right right) {
        try {
            viewer.may(right);
            return true;
        } catch (Denied refused) {
            return false;
        }
    }
}
