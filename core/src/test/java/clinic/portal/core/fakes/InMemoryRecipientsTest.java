package clinic.portal.core.fakes;

import clinic.portal.core.client.Profile;
import clinic.portal.core.contracts.RecipientsContract;
import clinic.portal.core.fixtures.Fixtures;
import clinic.portal.core.fixtures.World;
import clinic.portal.core.login.Identifier;
import clinic.portal.core.login.Recipients;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.staff.Member;

class InMemoryRecipientsTest extends RecipientsContract {
    private final World world = Fixtures.glow();

    @Override
    protected Recipients recipients() {
        return world.recipients;
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
    protected Profile client() {
        return world.ada;
    }

    @Override
    protected Member member() {
        return world.olga;
    }

    @Override
    protected void clientOptsOutOf(Identifier identifier) {
        world.recipients.optOut(clinic(), identifier);
    }

    @Override
    protected void clientIsErased() {
        world.profiles.erase(clinic(), world.ada.id());
    }

    @Override
    protected void memberLeaves() {
        world.members.leaves(clinic(), world.olga.id());
    }
}
