package clinic.portal.persistence.login;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.core.client.Profile;
import clinic.portal.core.client.SampleClients;
import clinic.portal.core.contracts.PreviewKeysContract;
import clinic.portal.core.login.PreviewKeys;
import clinic.portal.core.login.PreviewKeys.Spending;
import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.StaffId;
import clinic.portal.persistence.testing.AtOnce;
import clinic.portal.persistence.testing.EmbeddedDatabase;
import clinic.portal.persistence.testing.SampleClinic;
import clinic.portal.persistence.testing.Tenant;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(EmbeddedDatabase.class)
class PostgresPreviewKeysTest extends PreviewKeysContract {
    private final SampleClinic clinic = new SampleClinic();
    private final SampleClinic elsewhere = new SampleClinic();
    private final ClientId client = clinic.client();
    private final StaffId member = clinic.member("sam@example.com", "owner");

    @Inject
    Tenant tenant;

    @Inject
    PreviewKeys keys;

    @Inject
    SampleClients samples;

    @Override
    protected PreviewKeys keys() {
        return tenant.each(PreviewKeys.class, keys);
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
    protected ClientId client() {
        return client;
    }

    @Override
    protected StaffId member() {
        return member;
    }

    @Override
    protected void clientIsErased() {
        SampleClinic.run("update clients set erased_at = now() where client_id = ?", client.value());
    }

    @Override
    protected void memberLeaves() {
        SampleClinic.run("update staff set left_at = now() where staff_id = ?", member.value());
    }

    @Override
    protected void elapse(Duration time) {
        SampleClinic.run(
                "update preview_keys set expires_at = expires_at - ? * interval '1 ms' where clinic_id = ?",
                time.toMillis(),
                clinic.id.value());
    }

    @Test
    void ofManyWhoSpendOneKeyAtOnceOneIsLetIn() throws Exception {
        byte[] hash = new byte[32];
        keys().add(clinic.id, hash, client, member, Duration.ofMinutes(10));

        var all = AtOnce.call(16, caller -> keys().spend(clinic.id, hash));

        assertThat(Collections.frequency(all, new Spending.Spent(client, member)))
                .isEqualTo(1);
        assertThat(Collections.frequency(all, new Spending.AlreadyUsed())).isEqualTo(15);
    }

    @Test
    void aClinicHasOneSampleHoweverManyAskAtOnce() throws Exception {
        var all = AtOnce.call(
                12,
                caller -> tenant.in(
                        clinic.id, () -> samples.require(clinic.id, new ClientId(UUID.randomUUID()), "Sample client")));

        assertThat(new HashSet<>(all)).hasSize(1).allSatisfy(one -> {
            var sample = (Profile) one;
            assertThat(sample.name()).isEqualTo("Sample client");
            assertThat(sample.email()).isNull();
            assertThat(sample.phone()).isNull();
        });
        var there = tenant.in(
                elsewhere.id, () -> samples.require(elsewhere.id, new ClientId(UUID.randomUUID()), "Sample client"));
        assertThat(all).doesNotContain(there);
    }
}
