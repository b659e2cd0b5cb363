package clinic.portal.core.fakes;

import static clinic.portal.core.fixtures.Fixtures.uuid;

import clinic.portal.core.contracts.SecondFactorsContract;
import clinic.portal.core.login.RecoveryCodes;
import clinic.portal.core.login.SecondFactors;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.StaffId;

class InMemorySecondFactorsTest extends SecondFactorsContract {
    private final InMemorySecondFactors factors = new InMemorySecondFactors();

    @Override
    protected SecondFactors factors() {
        return factors;
    }

    @Override
    protected RecoveryCodes codes() {
        return factors;
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
    protected StaffId member() {
        return new StaffId(uuid(101));
    }

    @Override
    protected StaffId colleague() {
        return new StaffId(uuid(102));
    }

    @Override
    protected void clinicAsksForOne() {
        factors.require(clinic(), true);
    }
}
