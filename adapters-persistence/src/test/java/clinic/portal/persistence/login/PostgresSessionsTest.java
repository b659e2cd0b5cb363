package clinic.portal.persistence.login;

import clinic.portal.core.contracts.SessionsContract;
import clinic.portal.core.login.Sessions;
import clinic.portal.core.login.Subject;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.Role;
import clinic.portal.persistence.testing.EmbeddedDatabase;
import clinic.portal.persistence.testing.SampleClinic;
import clinic.portal.persistence.testing.Tenant;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;

@QuarkusTest
@WithTestResource(EmbeddedDatabase.class)
class PostgresSessionsTest extends SessionsContract {
    private final SampleClinic clinic = new SampleClinic();
    private final SampleClinic elsewhere = new SampleClinic();
    private final Subject.OfClient client = new Subject.OfClient(clinic.client());
    private final Subject.OfStaff member = new Subject.OfStaff(clinic.member("sam@example.com", "owner"), Role.OWNER);

    @Inject
    Tenant tenant;

    @Inject
    Sessions sessions;

    @Override
    protected Sessions sessions() {
        return tenant.each(Sessions.class, sessions);
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
    protected Subject.OfClient client() {
        return client;
    }

    @Override
    protected Subject.OfStaff member() {
        return member;
    }

    @Override
    protected String clientsName() {
        return "Bea Client";
    }

    @Override
    protected String membersName() {
        return "Sam Staff";
    }

    @Override
    protected void portalGoesOff() {
        SampleClinic.run("update clinics set portal_on = false where clinic_id = ?", clinic.id.value());
    }

    @Override
    protected void clientIsErased() {
        SampleClinic.run(
                "update clients set erased_at = now() where client_id = ?",
                client.id().value());
    }

    @Override
    protected void memberLeaves() {
        SampleClinic.run(
                "update staff set left_at = now() where staff_id = ?",
                member.id().value());
    }

    @Override
    protected void memberBecomes(Role role) {
        SampleClinic.run(
                "update staff set role = ? where staff_id = ?",
                role.name().toLowerCase(Locale.ROOT),
                member.id().value());
    }

    @Override
    protected void elapse(Duration time) {
        clinic.elapse(time);
    }
}
