package clinic.portal.persistence.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.portal.core.login.LinkId;
import clinic.portal.core.login.LinkQueue;
import clinic.portal.core.shared.Ids;
import clinic.portal.persistence.login.SchedulerLinkQueue.DueLink;
import clinic.portal.persistence.shared.Sql;
import clinic.portal.persistence.testing.EmbeddedDatabase;
import clinic.portal.persistence.testing.SampleClinic;
import clinic.portal.persistence.testing.Tenant;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(EmbeddedDatabase.class)
class SchedulerLinkQueueTest {
    private final SampleClinic clinic = new SampleClinic();

    @Inject
    Tenant tenant;

    @Inject
    LinkQueue queue;

    @Inject
    Ids ids;

    @Inject
    Sql sql;

    @Test
    void theJobNamesItsClinicAndLink() {
        var link = new LinkId(ids.next());

        tenant.run(clinic.id, () -> queue.enqueue(clinic.id, link));

        assertThat(job(link)).contains(new DueLink(clinic.id.value(), link.value()));
        assertThat(job(link).orElseThrow().clinicId()).isEqualTo(clinic.id);
        assertThat(job(link).orElseThrow().linkId()).isEqualTo(link);
    }

    @Test
    void thereIsNoJobBeforeTheTransactionIsCommitted() {
        var link = new LinkId(ids.next());

        tenant.run(clinic.id, () -> {
            queue.enqueue(clinic.id, link);
            assertThat(onAnotherConnection(link)).isZero();
        });

        assertThat(onAnotherConnection(link)).isEqualTo(1);
    }

    @Test
    void aTransactionThatFailsLeavesNoJob() {
        var link = new LinkId(ids.next());

        assertThatThrownBy(() -> tenant.run(clinic.id, () -> {
                    queue.enqueue(clinic.id, link);
                    throw new IllegalArgumentException("after the job");
                }))
                .hasStackTraceContaining("after the job");

        assertThat(job(link)).isEmpty();
    }

    private static int onAnotherConnection(LinkId link) {
        return SampleClinic.run(
                "update scheduled_tasks set version = version where task_instance = ?",
                link.value().toString());
    }

    private Optional<DueLink> job(LinkId link) {
        return sql.first(
                row -> SchedulerLinkQueue.SERIALIZER.deserialize(DueLink.class, row.bytes("task_data")),
                "select task_data from scheduled_tasks where task_name = 'deliver-login-link' and task_instance = ?",
                link.value().toString());
    }
}
