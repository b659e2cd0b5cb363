package clinic.portal.core.fakes;

import clinic.portal.core.clinic.ClinicDirectory;
import clinic.portal.core.clinic.Portals;
import clinic.portal.core.clinic.Slug;
import clinic.portal.core.clinic.Slugs;
import clinic.portal.core.contracts.PortalsContract;
import clinic.portal.core.fixtures.Fixtures;
import clinic.portal.core.fixtures.World;
import clinic.portal.core.shared.ClinicId;
import java.time.Duration;

class InMemoryPortalsTest extends PortalsContract {
    private final World world = Fixtures.glow();

    @Override
    protected Portals portals() {
        return world.portalOffice.portals;
    }

    @Override
    protected Slugs slugs() {
        return world.clinics;
    }

    @Override
    protected ClinicDirectory directory() {
        return world.clinics;
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
    protected Slug slug(String name) {
        return new Slug("glow-" + name);
    }

    @Override
    protected void price() {
        world.portalOffice.portals.price(clinic());
    }

    @Override
    protected void elapse(Duration time) {
        world.clock.elapse(time);
    }
}
