package clinic.portal.persistence.login;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.core.login.Audience;
import clinic.portal.core.login.Identifier;
import clinic.portal.core.login.LinkHashes;
import clinic.portal.core.login.LinkId;
import clinic.portal.core.login.LinkRequests;
import clinic.portal.core.login.LiveLinks.Spending;
import clinic.portal.core.login.LoginLinks;
import clinic.portal.core.login.Subject;
import clinic.portal.core.shared.EmailAddress;
import clinic.portal.persistence.shared.Sql;
import clinic.portal.persistence.testing.CountingDatabase;
import clinic.portal.persistence.testing.EmbeddedDatabase;
import clinic.portal.persistence.testing.SampleClinic;
import clinic.portal.persistence.testing.Tenant;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A wrong code is the same work whoever it was tried for, so that its time tells nothing (SECURITY S8). */
@QuarkusTest
@WithTestResource(EmbeddedDatabase.class)
class GuessingTest {
    private static final Identifier ADA = new Identifier.Email(new EmailAddress("ada@example.com"));
    private static final Identifier NOBODY = new Identifier.Email(new EmailAddress("nobody@example.com"));
    private static final int TRIES = 5;

    private final SampleClinic clinic = new SampleClinic();
    private final Subject ada = new Subject.OfClient(clinic.client("ada@example.com", null));

    @Inject
    Tenant tenant;

    @Inject
    LinkRequests requests;

    @Inject
    Sql sql;

    @Inject
    AgroalDataSource database;

    /** @param wrote whether committing has anything to flush */
    private record Work(int statements, boolean wrote) {}

    @Test
    void aGuessForAClientIsTheSameWorkAsOneForAStranger() {
        var never = guess(NOBODY);
        asked(NOBODY);
        var asked = guess(NOBODY);
        arm(asked(ADA));
        var client = guess(ADA);

        assertThat(client).isEqualTo(new Work(3, true));
        assertThat(asked).isEqualTo(client);
        assertThat(never).isEqualTo(client);
    }

    @Test
    void soIsAGuessTooMany() {
        arm(asked(ADA));
        var first = guess(ADA);
        for (int guess = 1; guess < TRIES; guess++) {
            guess(ADA);
        }

        assertThat(guess(ADA)).isEqualTo(first);
    }

    @Test
    void guessesBeforeTheLinkIsMadeAreNoTriesOfIt() {
        var early = asked(ADA);
        for (int guess = 0; guess < TRIES; guess++) {
            guess(ADA);
        }
        arm(early);

        var links = new PostgresLiveLinks(sql);
        assertThat(tenant.in(
                        clinic.id,
                        () -> links.spendByCode(
                                clinic.id, Audience.PORTAL, ADA, hashes(early).code(), TRIES)))
                .isEqualTo(new Spending.Spent(ada, early));
    }

    private Work guess(Identifier identifier) {
        var counting = new CountingDatabase(database);
        var links = new PostgresLiveLinks(new Sql(counting.counted()));
        return tenant.in(clinic.id, () -> {
            assertThat(links.spendByCode(clinic.id, Audience.PORTAL, identifier, new byte[32], TRIES))
                    .isEqualTo(new Spending.Unknown());
            return new Work(counting.statements(), hasWritten());
        });
    }

    private boolean hasWritten() {
        return sql.first(row -> row.flag("wrote"), "select pg_current_xact_id_if_assigned() is not null as wrote")
                .orElseThrow();
    }

    private LinkId asked(Identifier identifier) {
        var id = new LinkId(UUID.randomUUID());
        tenant.run(clinic.id, () -> requests.add(clinic.id, id, Audience.PORTAL, identifier));
        return id;
    }

    private void arm(LinkId id) {
        tenant.run(
                clinic.id,
                () -> requests.arm(
                        requests.take(clinic.id, id).orElseThrow(), ada, hashes(id), new byte[] {1}, LoginLinks.LIFE));
    }

    private static LinkHashes hashes(LinkId id) {
        var secrets = new JcaSecrets(List.of(new SealingKey("test", new byte[32])));
        return new LinkHashes(secrets.hash("token " + id.value()), secrets.keyedHash("code " + id.value()));
    }
}
