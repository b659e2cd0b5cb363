package clinic.portal.core.fakes;

import clinic.portal.core.client.ClientNotes;
import clinic.portal.core.client.ClientRemovals;
import clinic.portal.core.client.Clients;
import clinic.portal.core.client.Guests;
import clinic.portal.core.contracts.ClientsContract;
import clinic.portal.core.fixtures.ClientDesk;
import clinic.portal.core.fixtures.Fixtures;
import clinic.portal.core.fixtures.World;
import clinic.portal.core.shared.ClinicId;

class InMemoryClientsTest extends ClientsContract {
    private final World world = Fixtures.glow();
    private final ClientDesk desk = world.clientDesk;
    private final ClinicId empty = Fixtures.aClinic(3, "empty").id();

    InMemoryClientsTest() {
        world.clinics.put(Fixtures.aClinic(3, "empty"));
    }

    @Override
    protected Clients clients() {
        return desk.clients;
    }

    @Override
    protected ClientNotes notes() {
        return desk.notes;
    }

    @Override
    protected ClientRemovals removals() {
        return desk.removals;
    }

    @Override
    protected Guests guests() {
        return world.desk.guests;
    }

    @Override
    protected ClinicId clinic() {
        return empty;
    }

    @Override
    protected ClinicId otherClinic() {
        return world.glow.id();
    }
}
