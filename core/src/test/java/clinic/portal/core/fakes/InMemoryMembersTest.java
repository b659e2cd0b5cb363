package clinic.portal.core.fakes;

import static clinic.portal.core.fixtures.Fixtures.uuid;

import clinic.portal.core.catalogue.PractitionerId;
import clinic.portal.core.contracts.MembersContract;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.staff.Members;

class InMemoryMembersTest extends MembersContract {
    private final InMemoryMembers members = new InMemoryMembers();

    @Override
    protected Members members() {
        return members;
    }

    @Override
    protected ClinicId clinic() {
        return new ClinicId(uuid(1));
    }

    @Override
    protected ClinicId otherClinic() {
        return new ClinicId(uuid(2));
    }

    @Override
    protected PractitionerId practitioner() {
        return new PractitionerId(uuid(9101));
    }
}
