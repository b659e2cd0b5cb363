package clinic.portal.core.fakes;

import clinic.portal.core.booking.AppointmentList;
import clinic.portal.core.booking.AppointmentView;
import clinic.portal.core.contracts.AppointmentListContract;
import clinic.portal.core.fixtures.Fixtures;
import clinic.portal.core.fixtures.World;
import clinic.portal.core.shared.Viewer;

class InMemoryAppointmentsTest extends AppointmentListContract {
    // Ben and his like have nothing yet.
    private final World world = Fixtures.glow();

    @Override
    protected Viewer.Client viewer() {
        return world.asBen();
    }

    @Override
    protected Viewer.Client neighbour() {
        return world.asAda();
    }

    @Override
    protected Viewer.Client stranger() {
        return world.asCleo();
    }

    @Override
    protected AppointmentList appointments() {
        return world.appointments;
    }

    @Override
    protected void given(Viewer.Client whose, AppointmentView appointment) {
        world.appointments.put(whose.clinic(), whose.client(), appointment);
    }
}
