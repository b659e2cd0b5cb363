package clinic.portal.persistence.login;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.core.contracts.LiveLinksContract;
import clinic.portal.core.login.Audience;
import clinic.portal.core.login.LinkRequests;
import clinic.portal.core.login.LiveLinks;
import clinic.portal.core.login.LiveLinks.Spending;
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
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(EmbeddedDatabase.class)
class PostgresLiveLinksTest extends LiveLinksContract {
    private final SampleClinic clinic = new SampleClinic();
    private final SampleClinic elsewhere = new SampleClinic();
    private final Subject ada = new Subject.OfClient(clinic.client("ada@example.com", "+447700900011"));
    private final Subject ben = new Subject.OfClient(clinic.client("ben@example.com", "+447700900012"));
    private final Subject member = new Subject.OfStaff(clinic.member("ada@example.com", "owner"), Role.OWNER);
    private final Subject stranger = new Subject.OfClient(elsewhere.client("ada@example.com", null));

    @Inject
    Tenant tenant;

    @Inject
    LinkRequests requests;

    @Inject
    LiveLinks links;

    @Test
    void aLinkToAnAddressThatIsTheirsNoLongerIsNobodys() {
        var ofAda = sent(ada, ADA);
        var ofBen = sent(ben, BENS_PHONE);
        var ofStaff = sent(member, ADA);

        SampleClinic.run(
                "update clients set email = 'new' || email, phone = '+1' || substr(phone, 2) where clinic_id = ?",
                clinic.id.value());
        SampleClinic.run("update staff set email = 'new@example.com' where clinic_id = ?", clinic.id.value());

        assertThat(links().spend(clinic.id, Audience.PORTAL, token(ofAda))).isEqualTo(new Spending.Unknown());
        assertThat(links().spend(clinic.id, Audience.PORTAL, token(ofBen))).isEqualTo(new Spending.Unknown());
        assertThat(links().spend(clinic.id, Audience.STAFF, token(ofStaff))).isEqualTo(new Spending.Unknown());
    }

    @Override
    protected LinkRequests requests() {
        return tenant.each(LinkRequests.class, requests);
    }

    @Override
    protected LiveLinks links() {
        return tenant.each(LiveLinks.class, links);
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
    protected Subject ada() {
        return ada;
    }

    @Override
    protected Subject ben() {
        return ben;
    }

    @Override
    protected Subject member() {
        return member;
    }

    @Override
    protected Subject stranger() {
        return stranger;
    }

    @Override
    protected void elapse(Duration time) {
        clinic.elapse(time);
        elsewhere.elapse(time);
    }
}
