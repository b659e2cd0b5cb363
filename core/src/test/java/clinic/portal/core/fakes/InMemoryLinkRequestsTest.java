package clinic.portal.core.fakes;

import clinic.portal.core.contracts.LinkRequestsContract;
import clinic.portal.core.fixtures.Fixtures;
import clinic.portal.core.fixtures.World;
import clinic.portal.core.login.LinkRequests;
import clinic.portal.core.login.LiveLinks;
import clinic.portal.core.login.Subject;
import clinic.portal.core.shared.ClinicId;
import java.time.Duration;

class InMemoryLinkRequestsTest extends LinkRequestsContract {
    private final World world = Fixtures.glow();

    @Override
    protected LinkRequests requests() {
        return world.links;
    }

    @Override
    protected LiveLinks links() {
        return world.links;
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
    protected Subject ada() {
        return new Subject.OfClient(world.ada.id());
    }

    @Override
    protected Subject ben() {
        return new Subject.OfClient(world.ben.id());
    }

    @Override
    protected Subject member() {
        return new Subject.OfStaff(world.olga.id(), world.olga.role());
    }

    @Override
    protected Subject stranger() {
        return new Subject.OfClient(world.cleo.id());
    }

    @Override
    protected void elapse(Duration time) {
        world.clock.elapse(time);
    }
}
