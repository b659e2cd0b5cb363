package clinic.portal.core.fakes;

import clinic.portal.core.contracts.PreviewKeysContract;
import clinic.portal.core.fixtures.Fixtures;
import clinic.portal.core.fixtures.World;
import clinic.portal.core.login.PreviewKeys;
import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.StaffId;
import java.time.Duration;

class InMemoryPreviewKeysTest extends PreviewKeysContract {
    private final World world = Fixtures.glow();

    @Override
    protected PreviewKeys keys() {
        return world.portalOffice.previewKeys;
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
    protected ClientId client() {
        return world.ada.id();
    }

    @Override
    protected StaffId member() {
        return world.olga.id();
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
    protected void elapse(Duration time) {
        world.clock.elapse(time);
    }
}
