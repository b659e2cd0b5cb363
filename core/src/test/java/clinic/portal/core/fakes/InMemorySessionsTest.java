package clinic.portal.core.fakes;

import clinic.portal.core.contracts.SessionsContract;
import clinic.portal.core.fixtures.Fixtures;
import clinic.portal.core.fixtures.World;
import clinic.portal.core.login.Sessions;
import clinic.portal.core.login.Subject;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.Role;
import clinic.portal.core.staff.Member;
import java.time.Duration;

class InMemorySessionsTest extends SessionsContract {
    private final World world = Fixtures.glow();

    @Override
    protected Sessions sessions() {
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
    protected Subject.OfClient client() {
        return new Subject.OfClient(world.ada.id());
    }

    @Override
    protected Subject.OfStaff member() {
        return new Subject.OfStaff(world.olga.id(), world.olga.role());
    }

    @Override
    protected String clientsName() {
        return world.ada.name();
    }

    @Override
    protected String membersName() {
        return world.olga.name();
    }

    @Override
    protected void portalGoesOff() {
        world.clinics.put(Fixtures.switchedOff(world.glow));
    }

    @Override
    protected void clientIsErased() {
        world.profiles.erase(clinic(), world.ada.id());
    }

    @Override
    protected void memberLeaves() {
        world.members.leaves(clinic(), world.olga.id());
    }

    @Override
    protected void memberBecomes(Role role) {
        var olga = world.olga;
        world.members.put(
                clinic(),
                new Member(
                        olga.id(),
                        new Member.Plan(olga.name(), olga.email(), null, null, role, null),
                        false,
                        null,
                        olga.version()));
    }

    @Override
    protected void elapse(Duration time) {
        world.clock.elapse(time);
    }
}
