package clinic.portal.persistence.audit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.portal.core.audit.Actor;
import clinic.portal.core.audit.AuditLog;
import clinic.portal.core.audit.AuditLog.Line;
import clinic.portal.core.audit.Deed;
import clinic.portal.core.contracts.AuditLogContract;
import clinic.portal.core.shared.AppointmentId;
import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.StaffId;
import clinic.portal.persistence.shared.Sql;
import clinic.portal.persistence.testing.EmbeddedDatabase;
import clinic.portal.persistence.testing.SampleClinic;
import clinic.portal.persistence.testing.Tenant;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(EmbeddedDatabase.class)
class PostgresAuditLogTest extends AuditLogContract {
    private final SampleClinic clinic = new SampleClinic();
    private final SampleClinic elsewhere = new SampleClinic();
    private final StaffId member = clinic.member("sam@example.com", "owner");
    private final StaffId colleague = clinic.member("kim@example.com", "receptionist");
    private final ClientId client = clinic.client();
    private final UUID appointment = clinic.appointment(client, SampleClinic.NOON, "booked");

    @Inject
    Tenant tenant;

    @Inject
    AuditLog log;

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    @ParameterizedTest
    @ValueSource(
            strings = {"update audit_log set operation = 'nothing'", "delete from audit_log", "truncate audit_log"})
    void whoServesCanNeitherChangeNorRemoveALine(String statement) {
        log().add(
                        clinic.id,
                        new Line(
                                UUID.randomUUID(),
                                new Actor.OfStaff(member),
                                new Deed("replaceRoom", null, "203.0.113.7", "request-1"),
                                null));

        assertThatThrownBy(() -> tenant.run(clinic.id, () -> sql.update(statement)))
                .hasStackTraceContaining("permission denied for table audit_log");
    }

    @Override
    protected AuditLog log() {
        return tenant.each(AuditLog.class, log);
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
    protected String membersName() {
        return "Sam Staff";
    }

    @Override
    protected StaffId colleague() {
        return colleague;
    }

    @Override
    protected ClientId client() {
        return client;
    }

    @Override
    protected AppointmentId appointment() {
        return new AppointmentId(appointment);
    }

    @Override
    protected Instant now() {
        return clock.instant();
    }

    @Override
    protected void elapse(Duration time) {
        SampleClinic.run(
                "update audit_log set at = at - ?::interval where clinic_id = ?", time.toString(), clinic.id.value());
    }
}
