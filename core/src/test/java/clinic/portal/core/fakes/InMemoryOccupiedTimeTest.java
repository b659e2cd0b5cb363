package clinic.portal.core.fakes;

import static clinic.portal.core.fixtures.Offers.changed;

import clinic.portal.core.booking.Appointments;
import clinic.portal.core.booking.Holds;
import clinic.portal.core.calendar.Schedules;
import clinic.portal.core.calendar.TimesOff;
import clinic.portal.core.catalogue.Practitioner;
import clinic.portal.core.catalogue.Room;
import clinic.portal.core.catalogue.Treatment;
import clinic.portal.core.contracts.OccupiedTimeContract;
import clinic.portal.core.fixtures.Fixtures;
import clinic.portal.core.fixtures.World;
import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.ClinicId;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;

class InMemoryOccupiedTimeTest extends OccupiedTimeContract {
    private final World world = Fixtures.glow();
    private final Treatment treatment = changed(world.laser, draft -> draft.by(world.noor, world.iris));

    @BeforeEach
    void bothCanDoIt() {
        world.diary.treatments.put(clinic(), treatment);
    }

    @Override
    protected Appointments appointments() {
        return world.diary.appointments;
    }

    @Override
    protected Holds holds() {
        return world.diary.holds;
    }

    @Override
    protected TimesOff timesOff() {
        return world.diary.timesOff;
    }

    @Override
    protected Schedules schedules() {
        return world.diary.schedules;
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
        return world.ben.id();
    }

    @Override
    protected Treatment treatment() {
        return treatment;
    }

    @Override
    protected Practitioner noor() {
        return world.noor;
    }

    @Override
    protected Practitioner iris() {
        return world.iris;
    }

    @Override
    protected Room room() {
        return world.laserRoom;
    }

    @Override
    protected void elapse(Duration time) {
        world.clock.elapse(time);
    }
}
