package clinic.portal.core.login;

import clinic.portal.core.login.ApiKeys.Live;
import clinic.portal.core.shared.ApiKeyId;
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
    private final ApiKeys keys;

    public Presence(LiveSessions sessions, ApiKeys keys) {
        this.sessions = sessions;
        this.keys = keys;
    }

    /** Those whose session or key is still good, and whose role or scopes of today still include it. */
    public Set<Viewer.Staff> stillIn(ClinicId clinic, Set<Viewer.Staff> viewers, Right right) {
        // One session may look on as what it was before and as what it is since: several viewers of one id.
        Map<SessionId, Boolean> members = known(
                Viewer.Member.class,
                Viewer.Member::session,
                viewers,
                ids -> sessions.among(clinic, Audience.STAFF, ids).stream()
                        .collect(Collectors.toMap(
                                Session::id,
                                session -> session.viewer() instanceof Viewer.Staff now && may(now, right))));
        Map<ApiKeyId, Boolean> programs = known(
                Viewer.Integrator.class,
                Viewer.Integrator::key,
                viewers,
                ids -> keys.among(clinic, ids).stream()
                        .collect(Collectors.toMap(Live::id, key -> key.scopes().contains(right))));
        return viewers.stream()
                .filter(viewer -> switch (viewer) {
                    case Viewer.Member member -> members.getOrDefault(member.session(), false);
                    case Viewer.Integrator program -> programs.getOrDefault(program.key(), false);
                })
                .collect(Collectors.toSet());
    }

    /** Asks once for all ids of that kind of viewer, and not at all where there is none. */
    private static <V extends Viewer.Staff, I> Map<I, Boolean> known(
            Class<V> kind, Function<V, I> id, Set<Viewer.Staff> viewers, Function<Set<I>, Map<I, Boolean>> ask) {
        Set<I> ids = viewers.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .map(id)
                .collect(Collectors.toSet());
        return ids.isEmpty() ? Map.of() : ask.apply(ids);
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
