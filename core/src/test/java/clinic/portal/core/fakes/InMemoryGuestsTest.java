package clinic.portal.core.fakes;

import clinic.portal.core.client.Guests;
import clinic.portal.core.client.Profile;
import clinic.portal.core.contracts.GuestsContract;
import clinic.portal.core.fixtures.Fixtures;
import clinic.portal.core.fixtures.World;
import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.EmailAddress;
import clinic.portal.core.shared.PhoneNumber;

class InMemoryGuestsTest extends GuestsContract {
    private final World world = Fixtures.glow();

    @Override
    protected Guests guests() {
        return world.desk.guests;
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
    protected void entered(ClientId id, EmailAddress email, PhoneNumber phone) {
        world.profiles.put(clinic(), new Profile(id, "Dora Client", email, phone));
    }
}
