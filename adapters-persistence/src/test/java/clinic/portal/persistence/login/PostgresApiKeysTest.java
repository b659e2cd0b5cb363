package clinic.portal.persistence.login;

import clinic.portal.core.contracts.ApiKeysContract;
import clinic.portal.core.login.ApiKeys;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.StaffId;
import clinic.portal.persistence.testing.EmbeddedDatabase;
import clinic.portal.persistence.testing.SampleClinic;
import clinic.portal.persistence.testing.Tenant;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

@QuarkusTest
@WithTestResource(EmbeddedDatabase.class)
class PostgresApiKeysTest extends ApiKeysContract {
    private final SampleClinic clinic = new SampleClinic();
    private final SampleClinic elsewhere = new SampleClinic();
    private final StaffId maker = clinic.member("sam@example.com", "owner");

    @Inject
    Tenant tenant;

    @Inject
    ApiKeys keys;

    @Inject
    Clock clock;

    @Override
    protected ApiKeys keys() {
        return tenant.each(ApiKeys.class, keys);
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
    protected StaffId maker() {
        return maker;
    }

    @Override
    protected Instant now() {
        return clock.instant();
    }

    @Override
    protected void elapse(Duration time) {
        SampleClinic.run("""
                update api_keys set created_at = created_at - ?::interval, expires_at = expires_at - ?::interval,
                       last_used_at = last_used_at - ?::interval, revoked_at = revoked_at - ?::interval
                where clinic_id = ?""", time.toString(), time.toString(), time.toString(), time.toString(), clinic.id.value());
    }
}
