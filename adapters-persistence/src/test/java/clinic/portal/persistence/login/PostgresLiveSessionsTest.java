package clinic.portal.persistence.login;

import clinic.portal.core.contracts.LiveSessionsContract;
import clinic.portal.core.login.LiveSessions;
import clinic.portal.core.login.Sessions;
import clinic.portal.core.login.Sessions.End;
import clinic.portal.core.login.Subject;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.Role;
import clinic.portal.core.shared.SessionId;
import clinic.portal.persistence.testing.EmbeddedDatabase;
import clinic.portal.persistence.testing.SampleClinic;
import clinic.portal.persistence.testing.Tenant;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;

@QuarkusTest
@WithTestResource(EmbeddedDatabase.class)
class PostgresLiveSessionsTest extends LiveSessionsContract {
    private final SampleClinic clinic = new SampleClinic();
    private final SampleClinic elsewhere = new SampleClinic();
    private final Subject.OfClient client = new Subject.OfClient(clinic.client());
    private final Subject.OfStaff member = new Subject.OfStaff(clinic.member("sam@example.com", "owner"), Role.OWNER);

    @Inject
    Tenant tenant;

    @Inject
    Sessions sessions;

    @Inject
    LiveSessions live;

    @Override
    protected LiveSessions sessions() {
        return tenant.each(LiveSessions.class, live);
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
    protected SessionId openedByMember() {
        return open(member);
    }

    @Override
    protected SessionId openedByClient() {
        return open(client);
    }

    @Override
    protected void end(SessionId session) {
        tenant.run(clinic.id, () -> sessions.end(clinic.id, session, End.LOGGED_OUT));
    }

    private SessionId open(Subject subject) {
        var id = new SessionId(UUID.randomUUID());
        byte[] hash = Arrays.copyOf(id.value().toString().getBytes(StandardCharsets.UTF_8), 32);
        var day = Duration.ofDays(1);
        tenant.run(clinic.id, () -> sessions.open(clinic.id, id, subject, hash, day, day));
        return id;
    }
}
