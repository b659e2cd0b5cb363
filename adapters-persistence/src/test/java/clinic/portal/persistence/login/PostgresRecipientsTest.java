package clinic.portal.persistence.login;

import clinic.portal.core.client.Profile;
import clinic.portal.core.client.Profiles;
import clinic.portal.core.contracts.RecipientsContract;
import clinic.portal.core.login.Identifier;
import clinic.portal.core.login.Recipients;
import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.StaffId;
import clinic.portal.core.staff.Member;
import clinic.portal.core.staff.Members;
import clinic.portal.persistence.testing.EmbeddedDatabase;
import clinic.portal.persistence.testing.SampleClinic;
import clinic.portal.persistence.testing.Tenant;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;

@QuarkusTest
@WithTestResource(EmbeddedDatabase.class)
class PostgresRecipientsTest extends RecipientsContract {
    private final SampleClinic clinic = new SampleClinic();
    private final SampleClinic elsewhere = new SampleClinic();
    private final ClientId client = clinic.client();
    private final StaffId member = clinic.member("sam@example.com", "manager");

    @Inject
    Tenant tenant;

    @Inject
    Recipients recipients;

    @Inject
    Profiles profiles;

    @Inject
    Members members;

    private Profile profile;
    private Member colleague;

    @BeforeEach
    void readThemBeforeTheyGo() {
        profile = tenant.in(clinic.id, () -> profiles.find(clinic.id, client)).orElseThrow();
        colleague = tenant.in(clinic.id, () -> members.find(clinic.id, member)).orElseThrow();
    }

    @Override
    protected Recipients recipients() {
        return tenant.each(Recipients.class, recipients);
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
    protected Profile client() {
        return profile;
    }

    @Override
    protected Member member() {
        return colleague;
    }

    @Override
    protected void clientOptsOutOf(Identifier identifier) {
        SampleClinic.run(
                identifier instanceof Identifier.Email
                        ? "update clients set email_opt_out = true where client_id = ?"
                        : "update clients set sms_opt_out = true where client_id = ?",
                client.value());
    }

    @Override
    protected void clientIsErased() {
        SampleClinic.run("update clients set erased_at = now() where client_id = ?", client.value());
    }

    @Override
    protected void memberLeaves() {
        SampleClinic.run("update staff set left_at = now() where staff_id = ?", member.value());
    }
}
