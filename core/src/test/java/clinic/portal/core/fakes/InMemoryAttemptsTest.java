package clinic.portal.core.fakes;

import clinic.portal.core.contracts.AttemptsContract;
import clinic.portal.core.fixtures.Fixtures;
import clinic.portal.core.fixtures.World;
import clinic.portal.core.shared.Attempts;
import clinic.portal.core.shared.ClinicId;
import java.time.Duration;

class InMemoryAttemptsTest extends AttemptsContract {
    private final World world = Fixtures.glow();

    @Override
    protected Attempts attempts() {
        return world.desk.attempts;
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
    protected void elapse(Duration time) {
        world.clock.elapse(time);
    }
}
