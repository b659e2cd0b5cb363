package clinic.portal.core.fakes;

import clinic.portal.core.contracts.LiveSessionsContract;
import clinic.portal.core.fixtures.Fixtures;
import clinic.portal.core.fixtures.World;
import clinic.portal.core.login.LiveSessions;
import clinic.portal.core.login.Sessions.End;
import clinic.portal.core.login.Subject;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.SessionId;
import java.time.Duration;

class InMemoryLiveSessionsTest extends LiveSessionsContract {
    private static final Duration LIFE = Duration.ofDays(1);

    private final World world = Fixtures.glow();

    @Override
    protected LiveSessions sessions() {
        return world.sessions;
    }

    @Override
    protected ClinicId clinic() {
        return world.glow.id();
    }

    @Override
    protected ClinicId otherClinic() {
        return world.calm.id();
    }

    @Override
    protected SessionId openedByMember() {
        return open(new Subject.OfStaff(world.olga.id(), world.olga.role()));
    }

    @Override
    protected SessionId openedByClient() {
        return open(new Subject.OfClient(world.ada.id()));
    }

    @Override
    protected void end(SessionId session) {
        world.sessions.end(clinic(), session, End.LOGGED_OUT);
    }

    private SessionId open(Subject subject) {
        var id = new SessionId(world.ids.next());
        world.sessions.open(
                clinic(), id, subject, id.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8), LIFE, LIFE);
        return id;
    }
}
