package clinic.portal.persistence.login;

import clinic.portal.core.contracts.SecondFactorsContract;
import clinic.portal.core.login.RecoveryCodes;
import clinic.portal.core.login.SecondFactors;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.StaffId;
import clinic.portal.persistence.testing.EmbeddedDatabase;
import clinic.portal.persistence.testing.SampleClinic;
import clinic.portal.persistence.testing.Tenant;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
@WithTestResource(EmbeddedDatabase.class)
class PostgresSecondFactorsTest extends SecondFactorsContract {
    private final SampleClinic clinic = new SampleClinic();
    private final SampleClinic elsewhere = new SampleClinic();
    private final StaffId member = clinic.member("sam@example.com", "owner");
    private final StaffId colleague = clinic.member("kim@example.com", "manager");

    @Inject
    Tenant tenant;

    @Inject
    SecondFactors factors;

    @Inject
    RecoveryCodes codes;

    @Override
    protected SecondFactors factors() {
        return tenant.each(SecondFactors.class, factors);
    }

    @Override
    protected RecoveryCodes codes() {
        return tenant.each(RecoveryCodes.class, codes);
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
    protected StaffId member() {
        return member;
    }

    @Override
    protected StaffId colleague() {
        return colleague;
    }

    @Override
    protected void clinicAsksForOne() {
        SampleClinic.run("update clinics set second_factor_required = true where clinic_id = ?", clinic.id.value());
    }
}
