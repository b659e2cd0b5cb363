package clinic.portal.core.fakes;

import clinic.portal.core.audit.AuditLog;
import clinic.portal.core.contracts.AuditLogContract;
import clinic.portal.core.fixtures.Fixtures;
import clinic.portal.core.fixtures.World;
import clinic.portal.core.shared.AppointmentId;
import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.StaffId;
import java.time.Duration;
import java.time.Instant;

class InMemoryAuditLogTest extends AuditLogContract {
    private final World world = Fixtures.glow();

    InMemoryAuditLogTest() {
        world.office.named(world.olga.id().value(), world.olga.name());
        world.office.has(world.ada.id().value(), appointment().value());
    }

    @Override
    protected AuditLog log() {
        return world.office.log;
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
    protected StaffId member() {
        return world.olga.id();
    }

    @Override
    protected String membersName() {
        return world.olga.name();
    }

    @Override
    protected StaffId colleague() {
        return world.rita.id();
    }

    @Override
    protected ClientId client() {
        return world.ada.id();
    }

    @Override
    protected AppointmentId appointment() {
        return new AppointmentId(Fixtures.uuid(8500));
    }

    @Override
    protected Instant now() {
        return world.clock.instant();
    }

    @Override
    protected void elapse(Duration time) {
        world.clock.elapse(time);
    }
}
