package clinic.portal.core.fakes;

import clinic.portal.core.contracts.ApiKeysContract;
import clinic.portal.core.fixtures.Fixtures;
import clinic.portal.core.fixtures.World;
import clinic.portal.core.login.ApiKeys;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.StaffId;
import java.time.Duration;
import java.time.Instant;

class InMemoryApiKeysTest extends ApiKeysContract {
    private final World world = Fixtures.glow();

    @Override
    protected ApiKeys keys() {
        return world.office.keys;
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
    protected StaffId maker() {
        return world.olga.id();
    }

    @Override
    protected Instant now() {
        return world.clock.instant();
    }

    @Override
    protected void elapse(Duration time) {
        world.clock.elapse(time);
    }
}
