package clinic.portal.persistence.staff;

import clinic.portal.core.catalogue.PractitionerId;
import clinic.portal.core.contracts.MembersContract;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.staff.Members;
import clinic.portal.persistence.testing.EmbeddedDatabase;
import clinic.portal.persistence.testing.SampleClinic;
import clinic.portal.persistence.testing.Tenant;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
@WithTestResource(EmbeddedDatabase.class)
class PostgresMembersTest extends MembersContract {
    private final SampleClinic clinic = new SampleClinic();
    private final SampleClinic elsewhere = new SampleClinic();

    @Inject
    Tenant tenant;

    @Inject
    Members members;

    @Override
    protected Members members() {
        return tenant.each(Members.class, members);
    }

    @Override
    protected ClinicId clinic() {
        return clinic.id;
    }

    @Override
    protected ClinicId otherClinic() {
        return elsewhere.id;
    }

    @Override
    protected PractitionerId practitioner() {
        return new PractitionerId(clinic.practitioner);
    }
}
