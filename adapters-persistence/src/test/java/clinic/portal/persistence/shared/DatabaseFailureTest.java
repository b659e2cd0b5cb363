package clinic.portal.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import clinic.portal.persistence.testing.EmbeddedDatabase;
import clinic.portal.persistence.testing.SampleClinic;
import clinic.portal.persistence.testing.Tenant;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(EmbeddedDatabase.class)
class DatabaseFailureTest {
    @Inject
    Tenant tenant;

    @Inject
    Sql sql;

    @Test
    void itsMessageIsTheStateAndNothingOfTheRow() {
        var failure = new DatabaseFailure(new SQLException("Failing row contains (ada@example.com)", "23514"));

        assertThat(failure).hasMessage("The database refused, SQLSTATE 23514");
    }

    @Test
    void aRefusedRowIsNotInTheTraceEither() {
        var clinic = new SampleClinic();

        var failure = catchThrowable(() -> tenant.run(
                clinic.id,
                () -> sql.update(
                        "insert into login_links (clinic_id, link_id, audience, channel, identifier) values (?, ?, ?, ?, ?)",
                        clinic.id.value(),
                        UUID.randomUUID(),
                        "nobody",
                        "email",
                        "ada@example.com")));

        var trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString()).contains("SQLSTATE 23514").doesNotContain("ada@example.com");
    }
}
