package clinic.portal.persistence.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.portal.core.booking.FeedKeys;
import clinic.portal.core.login.Audience;
import clinic.portal.core.login.Identifier;
import clinic.portal.core.login.LinkHashes;
import clinic.portal.core.login.LinkId;
import clinic.portal.core.login.LinkRequests;
import clinic.portal.core.login.LiveLinks;
import clinic.portal.core.login.LiveLinks.Spending;
import clinic.portal.core.login.LoginLinks;
import clinic.portal.core.login.PreviewKeys;
import clinic.portal.core.login.RecoveryBook;
import clinic.portal.core.login.RecoveryCodes;
import clinic.portal.core.login.SecondFactorKeeping;
import clinic.portal.core.login.SecondFactors;
import clinic.portal.core.login.SessionKeeping;
import clinic.portal.core.login.Sessions;
import clinic.portal.core.login.StaffAccess;
import clinic.portal.core.login.StaffDirectory;
import clinic.portal.core.login.Subject;
import clinic.portal.core.shared.Busy;
import clinic.portal.core.shared.EmailAddress;
import clinic.portal.core.shared.Role;
import clinic.portal.core.shared.SessionId;
import clinic.portal.core.shared.StaffId;
import clinic.portal.core.shared.Viewer;
import clinic.portal.core.staff.Members;
import clinic.portal.core.staff.TeamAccess;
import clinic.portal.persistence.shared.Sql;
import clinic.portal.persistence.testing.AtOnce;
import clinic.portal.persistence.testing.EmbeddedDatabase;
import clinic.portal.persistence.testing.SampleClinic;
import clinic.portal.persistence.testing.Tenant;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What holds of the staff when many come at once, and what the directory knows. */
@QuarkusTest
@WithTestResource(EmbeddedDatabase.class)
class StaffRacesTest {
    private static final Instant NOON = Instant.parse("2026-06-15T12:00:00Z");

    private final SampleClinic clinic = new SampleClinic();
    private final JcaSecrets secrets = new JcaSecrets(List.of(new SealingKey("test", new byte[32])));
    private final JavaOtpTimeCodes timeCodes = new JavaOtpTimeCodes();
    private byte[] key = {};

    @Inject
    Tenant tenant;

    @Inject
    Members members;

    @Inject
    SecondFactors factors;

    @Inject
    RecoveryCodes codes;

    @Inject
    StaffAccess access;

    @Inject
    StaffDirectory directory;

    @Inject
    Sessions sessions;

    @Inject
    LinkRequests requests;

    @Inject
    LiveLinks links;

    @Inject
    PreviewKeys previews;

    @Inject
    FeedKeys feeds;

    @Inject
    Sql sql;

    @Test
    void ofTwoOwnersWhoSendEachOtherAwayOneStays() throws Exception {
        var team = new TeamAccess(members, access, factors, feeds, at(NOON));
        for (int round = 0; round < 10; round++) {
            var here = new SampleClinic();
            var one = here.member("one@example.com", "owner");
            var two = here.member("two@example.com", "owner");

            AtOnce.call(
                    2,
                    caller -> tenant.in(here.id, () -> {
                        var self = caller == 0 ? one : two;
                        var viewer =
                                new Viewer.Member(here.id, self, new SessionId(UUID.randomUUID()), Role.OWNER, false);
                        return team.deactivate(viewer, caller == 0 ? two : one);
                    }));

            assertThat(tenant.in(here.id, () -> members.owners(here.id)))
                    .as("round %d", round)
                    .isEqualTo(1);
        }
    }

    @Test
    void ofTwentyWhoSendOneTimeCodeOneIsAccepted() throws Exception {
        var member = clinic.member("sam@example.com", "owner");
        setUp(member, at(NOON));
        var later = NOON.plusSeconds(60);
        String code = timeCodes.at(key, later);

        var all = AtOnce.call(
                20, caller -> tenant.in(clinic.id, () -> keeping(at(later)).accepts(clinic.id, member, code)));

        assertThat(Collections.frequency(all, true)).isEqualTo(1);
        assertThat(Collections.frequency(all, false)).isEqualTo(19);
    }

    @Test
    void ofTwentyWhoSendOneRecoveryCodeOneIsAccepted() throws Exception {
        var member = clinic.member("sam@example.com", "owner");
        setUp(member, at(NOON));
        String code =
                tenant.in(clinic.id, () -> book().write(clinic.id, member)).getFirst();

        var all = AtOnce.call(
                20, caller -> tenant.in(clinic.id, () -> keeping(at(NOON)).accepts(clinic.id, member, code)));

        assertThat(Collections.frequency(all, true)).isEqualTo(1);
        assertThat(Collections.frequency(all, false)).isEqualTo(19);
    }

    @Test
    void aLinkGivenBackIsGoodUntilTheFifthWrongFactor() {
        var member = clinic.member("sam@example.com", "owner");
        byte[] token = link(member);
        for (int wrong = 0; wrong < 5; wrong++) {
            giveBack(token, false);
            giveBack(token, true);
        }

        assertThat(tenant.in(clinic.id, () -> links.spend(clinic.id, Audience.STAFF, token)))
                .isEqualTo(new Spending.Expired());
    }

    @Test
    void manyWrongFactorsAtOnceAreEachCounted() throws Exception {
        var member = clinic.member("sam@example.com", "owner");
        byte[] token = link(member);

        var all = AtOnce.call(20, caller -> tenant.in(clinic.id, () -> giveBackHere(token, true)));

        assertThat(Collections.frequency(all, true)).isEqualTo(5);
    }

    @Test
    void whoPutsASecondFactorInForceWaitsForWhoeverIsLoggingInWithoutIt() {
        var member = clinic.member("sam@example.com", "owner");
        byte[] token = link(member);
        tenant.run(clinic.id, () -> factors.begin(clinic.id, member, new byte[] {1}));

        tenant.run(clinic.id, () -> {
            assertThat(links.spend(clinic.id, Audience.STAFF, token)).isInstanceOf(Spending.Spent.class);
            assertThatThrownBy(() -> atOnce(() -> factors.confirm(clinic.id, member, 1, new byte[] {1})))
                    .isInstanceOf(Busy.class);
        });

        tenant.run(clinic.id, () -> {
            assertThat(factors.confirm(clinic.id, member, 1, new byte[] {1})).isTrue();
            assertThatThrownBy(() -> atOnce(() -> links.spend(clinic.id, Audience.STAFF, link(member))))
                    .isInstanceOf(Busy.class);
        });
    }

    @Test
    void previewsAndTheirKeysEndWithoutTheStaffsOwnSessions() {
        var member = clinic.member("sam@example.com", "owner");
        var own = open(member);
        var preview = new SessionId(UUID.randomUUID());
        var client = clinic.client();
        byte[] key = secrets.hash("preview " + preview.value());
        tenant.run(clinic.id, () -> {
            sessions.openPreview(clinic.id, preview, client, member, Duration.ofHours(1));
            previews.add(clinic.id, key, client, member, Duration.ofMinutes(10));
        });

        tenant.run(clinic.id, () -> access.endPreviews(clinic.id, member, Sessions.End.ROLE_CHANGED));

        assertThat(live(own)).isTrue();
        assertThat(tenant.in(clinic.id, () -> sessions.live(clinic.id, preview, Audience.PORTAL)))
                .isEmpty();
        assertThat(tenant.in(clinic.id, () -> previews.spend(clinic.id, key)))
                .isEqualTo(new PreviewKeys.Spending.Expired());
    }

    @Test
    void endingAllSessionsLeavesTheOneAndOthersAlone() {
        var member = clinic.member("sam@example.com", "owner");
        var colleague = clinic.member("kim@example.com", "owner");
        var here = open(member);
        var there = open(member);
        var kims = open(colleague);

        tenant.run(clinic.id, () -> access.endSessions(clinic.id, member, here, Sessions.End.SECOND_FACTOR));
        assertThat(live(here)).isTrue();
        assertThat(live(there)).isFalse();
        assertThat(live(kims)).isTrue();

        tenant.run(clinic.id, () -> access.endSessions(clinic.id, member, null, Sessions.End.DEACTIVATED));
        assertThat(live(here)).isFalse();
        assertThat(live(kims)).isTrue();
    }

    @Test
    void previewsThatSomebodyOpenedEndWithTheirs() {
        var member = clinic.member("sam@example.com", "owner");
        var preview = UUID.randomUUID();
        SampleClinic.run("""
                insert into sessions (clinic_id, session_id, audience, client_id, staff_id, preview, expires_at)
                values (?, ?, 'portal', ?, ?, true, now() + interval '1 hour')""", clinic.id.value(), preview, clinic.client().value(), member.value());

        tenant.run(clinic.id, () -> access.endSessions(clinic.id, member, null, Sessions.End.DEACTIVATED));

        assertThat(tenant.in(clinic.id, () -> sessions.live(clinic.id, new SessionId(preview), Audience.PORTAL)))
                .isEmpty();
    }

    @Test
    void whoHasNoFactorWhereOneIsAskedForIsYetToEnrol() {
        var member = clinic.member("sam@example.com", "owner");
        var session = open(member);
        assertThat(enrolling(session)).isFalse();

        SampleClinic.run("update clinics set second_factor_required = true where clinic_id = ?", clinic.id.value());
        assertThat(enrolling(session)).isTrue();

        tenant.run(clinic.id, () -> factors.begin(clinic.id, member, new byte[] {1}));
        assertThat(enrolling(session)).isTrue();
        tenant.run(clinic.id, () -> factors.confirm(clinic.id, member, 1, new byte[] {1}));
        assertThat(enrolling(session)).isFalse();
    }

    @Test
    void theDirectoryKnowsWhereSomebodyWorksToday() {
        String address = "s" + clinic.slug + "@example.com";
        var elsewhere = new SampleClinic();
        var here = clinic.member(address, "owner");
        elsewhere.member(address, "practitioner");
        assertThat(directory.clinicsOf(new EmailAddress(address))).containsExactlyInAnyOrder(clinic.id, elsewhere.id);

        SampleClinic.run("update staff set email = 'new@example.com' where staff_id = ?", here.value());
        assertThat(directory.clinicsOf(new EmailAddress(address))).containsExactly(elsewhere.id);

        SampleClinic.run("update staff set left_at = now() where clinic_id = ?", elsewhere.id.value());
        assertThat(directory.clinicsOf(new EmailAddress(address))).isEmpty();
    }

    /** In a transaction beside the running one, which must not have to wait for that. */
    private void atOnce(Runnable work) {
        tenant.run(clinic.id, () -> {
            sql.list(row -> true, "select set_config('lock_timeout', '100ms', true)");
            work.run();
        });
    }

    private void setUp(StaffId member, Clock clock) {
        String secret = tenant.in(clinic.id, () -> keeping(clock).begin(clinic.id, member));
        key = base32(secret);
        String code = timeCodes.at(key, clock.instant());
        assertThat(tenant.in(clinic.id, () -> keeping(clock).confirm(clinic.id, member, code)))
                .isTrue();
    }

    private SecondFactorKeeping keeping(Clock clock) {
        return new SecondFactorKeeping(factors, timeCodes, book(), secrets, clock);
    }

    private RecoveryBook book() {
        return new RecoveryBook(codes, secrets);
    }

    private byte[] link(StaffId member) {
        var id = new LinkId(UUID.randomUUID());
        byte[] token = secrets.hash("token " + id.value());
        tenant.run(clinic.id, () -> {
            requests.add(clinic.id, id, Audience.STAFF, new Identifier.Email(new EmailAddress("sam@example.com")));
            requests.arm(
                    requests.take(clinic.id, id).orElseThrow(),
                    new Subject.OfStaff(member, Role.OWNER),
                    new LinkHashes(token, secrets.keyedHash("code")),
                    new byte[] {1},
                    LoginLinks.LIFE);
        });
        return token;
    }

    private void giveBack(byte[] token, boolean wrong) {
        assertThat(tenant.in(clinic.id, () -> giveBackHere(token, wrong))).isTrue();
    }

    /** False where there was nothing to spend. */
    private boolean giveBackHere(byte[] token, boolean wrong) {
        if (links.spend(clinic.id, Audience.STAFF, token) instanceof Spending.Spent spent) {
            links.giveBack(clinic.id, spent.link(), wrong, 5);
            return true;
        }
        return false;
    }

    private SessionId open(StaffId member) {
        var id = new SessionId(UUID.randomUUID());
        tenant.run(
                clinic.id,
                () -> sessions.open(
                        clinic.id,
                        id,
                        new Subject.OfStaff(member, Role.OWNER),
                        secrets.hash("refresh " + id.value()),
                        SessionKeeping.LIFE,
                        SessionKeeping.IDLE));
        return id;
    }

    private boolean live(SessionId id) {
        return tenant.in(clinic.id, () -> sessions.live(clinic.id, id, Audience.STAFF))
                .isPresent();
    }

    private boolean enrolling(SessionId id) {
        return tenant.in(clinic.id, () -> sessions.live(clinic.id, id, Audience.STAFF))
                .orElseThrow()
                .enrolling();
    }

    private static byte[] base32(String secret) {
        var bits = new BigInteger("0");
        for (char digit : secret.toCharArray()) {
            bits = bits.shiftLeft(5).or(BigInteger.valueOf("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(digit)));
        }
        byte[] bytes = bits.toByteArray();
        byte[] key = new byte[20];
        int length = Math.min(20, bytes.length);
        System.arraycopy(bytes, bytes.length - length, key, 20 - length, length);
        return key;
    }

    private static Clock at(Instant moment) {
        return Clock.fixed(moment, ZoneOffset.UTC);
    }
}
