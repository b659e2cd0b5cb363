package clinic.portal.core.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.core.audit.Actor;
import clinic.portal.core.audit.AuditLog;
import clinic.portal.core.audit.AuditLog.Entry;
import clinic.portal.core.audit.AuditLog.Filter;
import clinic.portal.core.audit.AuditLog.Line;
import clinic.portal.core.audit.Deed;
import clinic.portal.core.fixtures.Fixtures;
import clinic.portal.core.shared.AppointmentId;
import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.PageRequest;
import clinic.portal.core.shared.StaffId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

public abstract class AuditLogContract {
    private static final Filter ALL = new Filter(null, null, null, null, null, null);
    private static final UUID SOMETHING = Fixtures.uuid(8001);

    private int last = 8100;

    protected abstract AuditLog log();

    protected abstract ClinicId clinic();

    protected abstract ClinicId otherClinic();

    /** A member of {@link #clinic}. */
    protected abstract StaffId member();

    protected abstract String membersName();

    /** Another member of {@link #clinic}. */
    protected abstract StaffId colleague();

    protected abstract ClientId client();

    /** An appointment of {@link #client}'s. */
    protected abstract AppointmentId appointment();

    /** By the store's clock. */
    protected abstract Instant now();

    /** Moves the store's clock, or all that is stored the other way. */
    protected abstract void elapse(Duration time);

    @Test
    void aLineIsKeptAsItWasWritten() {
        var line = new Line(
                Fixtures.uuid(8000),
                new Actor.OfStaff(member()),
                new Deed("replaceRoom", SOMETHING, "203.0.113.7", "request-1"),
                "stale_version");
        Instant before = now();

        log().add(clinic(), line);

        var kept = list(ALL).getFirst();
        assertThat(kept.line()).isEqualTo(line);
        assertThat(kept.name()).isEqualTo(membersName());
        assertThat(kept.at()).isBetween(before.minusSeconds(5), now().plusSeconds(5));
    }

    @Test
    void aClinicSeesItsOwnLinesOnly() {
        add(member(), "replaceRoom", SOMETHING, null);

        assertThat(log().list(otherClinic(), ALL, PageRequest.first(10)).items())
                .isEmpty();
    }

    @Test
    void linesAreListedTheLatestFirstPageByPage() {
        add(member(), "first", null, null);
        elapse(Duration.ofMinutes(1));
        add(member(), "second", null, null);

        var page = log().list(clinic(), ALL, PageRequest.first(1));
        assertThat(page.items()).extracting(AuditLogContract::operation).containsExactly("second");
        var next = log().list(clinic(), ALL, new PageRequest(1, page.next()));
        assertThat(next.items()).extracting(AuditLogContract::operation).containsExactly("first");
        assertThat(next.next()).isNull();
    }

    @Test
    void linesAreFoundByEachOfTheirFacts() {
        add(member(), "one", SOMETHING, null);
        add(colleague(), "two", null, "role_not_allowed");

        assertThat(found(new Filter(colleague().value(), null, null, null, null, null)))
                .containsExactly("two");
        assertThat(found(new Filter(null, SOMETHING, null, null, null, null))).containsExactly("one");
        assertThat(found(new Filter(null, null, "two", null, null, null))).containsExactly("two");
        assertThat(found(new Filter(null, null, null, true, null, null))).containsExactly("two");
        assertThat(found(new Filter(null, null, null, false, null, null))).containsExactly("one");
        assertThat(found(new Filter(member().value(), null, "two", null, null, null)))
                .isEmpty();
    }

    @Test
    void linesAreFoundByTheirTime() {
        add(member(), "early", null, null);
        elapse(Duration.ofHours(2));
        Instant between = now().minus(Duration.ofHours(1));
        add(member(), "late", SOMETHING, null);

        assertThat(found(new Filter(null, null, null, null, between, null))).containsExactly("late");
        assertThat(found(new Filter(null, null, null, null, null, between))).containsExactly("early");
        assertThat(found(new Filter(null, SOMETHING, null, null, null, between)))
                .isEmpty();
    }

    @Test
    void whatWasDoneToTheirAppointmentsWasDoneToTheClient() {
        add(member(), "replaceClient", client().value(), null);
        add(member(), "cancelAppointment", appointment().value(), null);
        add(member(), "removeRoom", SOMETHING, null);

        assertThat(found(new Filter(null, client().value(), null, null, null, null)))
                .containsExactlyInAnyOrder("replaceClient", "cancelAppointment");
    }

    private void add(StaffId who, String operation, @Nullable UUID subject, @Nullable String refusedAs) {
        log().add(
                        clinic(),
                        new Line(
                                Fixtures.uuid(++last),
                                new Actor.OfStaff(who),
                                new Deed(operation, subject, "203.0.113.7", "request-2"),
                                refusedAs));
    }

    private List<String> found(Filter filter) {
        return list(filter).stream().map(AuditLogContract::operation).toList();
    }

    private List<Entry> list(Filter filter) {
        return log().list(clinic(), filter, PageRequest.first(10)).items();
    }

    private static String operation(Entry entry) {
        return entry.line().deed().operation();
    }
}
