package clinic.portal.core.login;

import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.Denied;
import clinic.portal.core.shared.Right;
import clinic.portal.core.shared.Viewer;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who of those that were let in a while ago would be let in now. */
public class Presence {
    private final LiveSessions sessions;
    private final ApiKeys keys;

    public Presence(LiveSessions sessions, ApiKeys keys) {
        this.sessions = sessions;
        this.keys = keys;
    }

    /** Those whose session or key is still good, and whose role or scopes of today still include it. */
    public Set<Viewer.Staff> stillIn(ClinicId clinic, Set<Viewer.Staff> viewers, Right right) {
        var members = only(Viewer.Member.class, viewers).collect(Collectors.toMap(Viewer.Member::session, own -> own));
        var programs =
                only(Viewer.Integrator.class, viewers).collect(Collectors.toMap(Viewer.Integrator::key, own -> own));
        var still = new HashSet<Viewer.Staff>();
        if (!members.isEmpty()) {
            sessions.among(clinic, Audience.STAFF, members.keySet()).stream()
                    .filter(session -> session.viewer() instanceof Viewer.Staff today && may(today, right))
                    .forEach(session -> still.add(members.get(session.id())));
        }
        if (!programs.isEmpty()) {
            keys.among(clinic, programs.keySet()).stream()
                    .filter(key -> key.scopes().contains(right))
                    .forEach(key -> still.add(programs.get(key.id())));
        }
        return still;
    }

    private static <V extends Viewer.Staff> Stream<V> only(Class<V> kind, Set<Viewer.Staff> viewers) {
        return viewers.stream().filter(kind::isInstance).map(kind::cast);
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
