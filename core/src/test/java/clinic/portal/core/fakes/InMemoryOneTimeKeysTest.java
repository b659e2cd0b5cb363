package clinic.portal.core.fakes;

import clinic.portal.core.booking.OneTimeKeys;
import clinic.portal.core.contracts.OneTimeKeysContract;
import clinic.portal.core.fixtures.Fixtures;
import clinic.portal.core.fixtures.World;
import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.ClinicId;
import java.time.Duration;

class InMemoryOneTimeKeysTest extends OneTimeKeysContract {
    private final World world = Fixtures.glow();

    @Override
    protected OneTimeKeys keys() {
        return world.desk.keys;
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
    protected ClientId ada() {
        return world.ada.id();
    }

    @Override
    protected ClientId ben() {
        return world.ben.id();
    }

    @Override
    protected void elapse(Duration time) {
        world.clock.elapse(time);
    }
}
