package clinic.portal.persistence.login;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.core.login.Audience;
import clinic.portal.core.login.Identifier;
import clinic.portal.core.login.LinkHashes;
import clinic.portal.core.login.LinkId;
import clinic.portal.core.login.LinkRequests;
import clinic.portal.core.login.LiveLinks;
import clinic.portal.core.login.LiveLinks.Spending;
import clinic.portal.core.login.LoginLinks;
import clinic.portal.core.login.SessionKeeping;
import clinic.portal.core.login.SessionKeeping.Renewal;
import clinic.portal.core.login.Sessions;
import clinic.portal.core.login.Subject;
import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.EmailAddress;
import clinic.portal.core.shared.Ids;
import clinic.portal.core.shared.PhoneNumber;
import clinic.portal.core.shared.SessionId;
import clinic.portal.persistence.shared.Sql;
import clinic.portal.persistence.testing.EmbeddedDatabase;
import clinic.portal.persistence.testing.SampleClinic;
import clinic.portal.persistence.testing.Tenant;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What holds when many come at once (SECURITY S4, S6, S9, S11, S15). */
@QuarkusTest
@WithTestResource(EmbeddedDatabase.class)
class LoginRacesTest {
    private static final Identifier ADA = new Identifier.Email(new EmailAddress("ada@example.com"));
    private static final Identifier ADAS_PHONE = new Identifier.Phone(new PhoneNumber("+447700900011"));

    private final SampleClinic clinic = new SampleClinic();
    private final ClientId ada = clinic.client("ada@example.com", "+447700900011");
    private final JcaSecrets secrets = new JcaSecrets(List.of(new SealingKey("test", new byte[32])));

    @Inject
    Tenant tenant;

    @Inject
    LinkRequests requests;

    @Inject
    LiveLinks links;

    @Inject
    Sessions sessions;

    @Inject
    Ids ids;

    @Inject
    Sql sql;

    @Test
    void aHundredAttemptsSpendOneLinkOnce() throws Exception {
        var link = link(ADA);

        var all = atOnce(100, () -> tenant.in(clinic.id, () -> links.spend(clinic.id, Audience.PORTAL, link.token())));

        assertThat(all).filteredOn(Spending.Spent.class::isInstance).hasSize(1);
        assertThat(all).filteredOn(Spending.AlreadyUsed.class::isInstance).hasSize(99);
    }

    @Test
    void fiftyWrongGuessesCountAsFiveAndThenTheRightOneFails() throws Exception {
        var link = link(ADA);

        var all = atOnce(50, () -> byCode(secrets.keyedHash("wrong")));

        assertThat(all).allMatch(Spending.Unknown.class::isInstance);
        assertThat(tries()).isEqualTo(5);
        assertThat(byCode(link.code())).isInstanceOf(Spending.Unknown.class);
        assertThat(tries()).isEqualTo(5);
    }

    @Test
    void ofManyGuessesAtOnceNoMoreThanFiveAreEverCompared() throws Exception {
        var link = link(ADA);

        // Nine wrong for each right one: had any past the fifth been compared, more than one run in a few would log in
        // with the count beyond five.
        var all = atOnce(50, () -> byCode(Math.random() < 0.1 ? link.code() : secrets.keyedHash("wrong")));

        assertThat(all).filteredOn(Spending.Spent.class::isInstance).hasSizeLessThanOrEqualTo(1);
        assertThat(tries()).isLessThanOrEqualTo(5);
    }

    @Test
    void twoLinksMadeAtOnceForOnePersonLeaveOneAlive() throws Exception {
        for (int round = 0; round < 10; round++) {
            var byMail = asked(ADA);
            var byPhone = asked(ADAS_PHONE);
            var waiting = new ArrayList<>(List.of(byMail, byPhone));

            atOnce(2, () -> {
                LinkId mine;
                synchronized (waiting) {
                    mine = waiting.removeFirst();
                }
                return arm(mine);
            });

            assertThat(live()).as("round %d", round).isEqualTo(1);
        }
    }

    @Test
    void ofManyRequestsAtOnceTheLimitLetsOneThrough() throws Exception {
        var waiting = new ArrayList<LinkId>();
        for (int request = 0; request < 12; request++) {
            waiting.add(asked(ADA));
        }

        var made = atOnce(12, () -> {
            LinkId mine;
            synchronized (waiting) {
                mine = waiting.removeFirst();
            }
            return tenant.in(clinic.id, () -> {
                var request = requests.take(clinic.id, mine).orElseThrow();
                boolean free = requests.historyOf(request).lastMinute() == 0;
                if (free) {
                    requests.arm(request, new Subject.OfClient(ada), hashes(mine), new byte[] {1}, LoginLinks.LIFE);
                }
                return free;
            });
        });

        assertThat(made).filteredOn(free -> free).hasSize(1);
    }

    @Test
    void fiveRefreshesAtOnceKeepTheSessionAndGiveOnePair() throws Exception {
        var keeping = new SessionKeeping(sessions, secrets);
        var session = new SessionId(ids.next());
        String first = secrets.token();
        tenant.run(
                clinic.id,
                () -> sessions.open(
                        clinic.id,
                        session,
                        new Subject.OfClient(ada),
                        secrets.hash(first),
                        SessionKeeping.LIFE,
                        SessionKeeping.IDLE));

        var all = atOnce(5, () -> tenant.in(clinic.id, () -> keeping.renew(clinic.id, Audience.PORTAL, first)));

        assertThat(all).allMatch(Renewal.Renewed.class::isInstance);
        assertThat(all.stream()
                        .map(renewal -> ((Renewal.Renewed) renewal).refreshToken())
                        .distinct())
                .hasSize(1);
    }

    @Test
    void aRefreshTokenUsedAgainLaterEndsTheSessionForGood() {
        var keeping = new SessionKeeping(sessions, secrets);
        var session = new SessionId(ids.next());
        String first = secrets.token();
        tenant.run(
                clinic.id,
                () -> sessions.open(
                        clinic.id,
                        session,
                        new Subject.OfClient(ada),
                        secrets.hash(first),
                        SessionKeeping.LIFE,
                        SessionKeeping.IDLE));
        var second = (Renewal.Renewed) tenant.in(clinic.id, () -> keeping.renew(clinic.id, Audience.PORTAL, first));
        clinic.elapse(Duration.ofSeconds(11));

        assertThat(tenant.in(clinic.id, () -> keeping.renew(clinic.id, Audience.PORTAL, first)))
                .isInstanceOf(Renewal.Ended.class);

        assertThat(tenant.in(clinic.id, () -> keeping.renew(clinic.id, Audience.PORTAL, second.refreshToken())))
                .isInstanceOf(Renewal.Ended.class);
        assertThat(tenant.in(clinic.id, () -> sessions.live(clinic.id, session, Audience.PORTAL)))
                .isEmpty();
    }

    @Test
    void aLinkOfSomebodyErasedSinceOpensNothing() {
        var link = link(ADA);
        SampleClinic.run("update clients set erased_at = now() where client_id = ?", ada.value());

        assertThat(tenant.in(clinic.id, () -> links.spend(clinic.id, Audience.PORTAL, link.token())))
                .isInstanceOf(Spending.Unknown.class);
    }

    private LinkId asked(Identifier identifier) {
        var id = new LinkId(ids.next());
        tenant.run(clinic.id, () -> requests.add(clinic.id, id, Audience.PORTAL, identifier));
        return id;
    }

    private LinkHashes link(Identifier identifier) {
        var id = asked(identifier);
        arm(id);
        return hashes(id);
    }

    private boolean arm(LinkId id) {
        tenant.run(clinic.id, () -> {
            var request = requests.take(clinic.id, id).orElseThrow();
            requests.arm(request, new Subject.OfClient(ada), hashes(id), new byte[] {1}, LoginLinks.LIFE);
        });
        return true;
    }

    private LinkHashes hashes(LinkId id) {
        return new LinkHashes(secrets.hash("token " + id.value()), secrets.keyedHash("code " + id.value()));
    }

    private Spending byCode(byte[] code) {
        return tenant.in(clinic.id, () -> links.spendByCode(clinic.id, Audience.PORTAL, ADA, code, 5));
    }

    private int tries() {
        return count("select code_tries as n from login_links where clinic_id = ?");
    }

    private int live() {
        return count("select count(*) as n from login_links"
                + " where clinic_id = ? and made_at is not null and used_at is null and voided_at is null");
    }

    private int count(String query) {
        return tenant.in(clinic.id, () -> sql.first(row -> row.integer("n"), query, clinic.id.value()))
                .orElseThrow();
    }

    private static <T> List<T> atOnce(int callers, Callable<T> call) throws Exception {
        var start = new CountDownLatch(1);
        var running = new ArrayList<Future<T>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int caller = 0; caller < callers; caller++) {
                running.add(threads.submit(() -> {
                    start.await();
                    return call.call();
                }));
            }
            start.countDown();
        }
        var all = new ArrayList<T>();
        for (var one : running) {
            all.add(one.get());
        }
        return all;
    }
}
