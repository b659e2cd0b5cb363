package clinic.portal.persistence.booking;

import static clinic.portal.persistence.testing.SampleDiary.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.core.booking.AppointmentNews.Change;
import clinic.portal.core.booking.FeedKeys;
import clinic.portal.core.booking.OneTimeKeys;
import clinic.portal.core.booking.OneTimeKeys.Purpose;
import clinic.portal.core.booking.OneTimeKeys.Spending;
import clinic.portal.core.client.Guests;
import clinic.portal.core.login.Audience;
import clinic.portal.core.login.Identifier;
import clinic.portal.core.login.LinkHashes;
import clinic.portal.core.login.LinkId;
import clinic.portal.core.login.LinkRequests;
import clinic.portal.core.login.LiveLinks;
import clinic.portal.core.login.Recipients;
import clinic.portal.core.login.Subject;
import clinic.portal.core.messaging.Notice;
import clinic.portal.core.messaging.NoticeId;
import clinic.portal.core.messaging.NoticeLog;
import clinic.portal.core.messaging.NoticeLog.Outcome;
import clinic.portal.core.packages.PackageId;
import clinic.portal.core.packages.PackageSessions;
import clinic.portal.core.shared.AppointmentId;
import clinic.portal.core.shared.Attempt;
import clinic.portal.core.shared.Attempts;
import clinic.portal.core.shared.Attempts.Standing;
import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.EmailAddress;
import clinic.portal.core.shared.PhoneNumber;
import clinic.portal.persistence.testing.AtOnce;
import clinic.portal.persistence.testing.EmbeddedDatabase;
import clinic.portal.persistence.testing.SampleClinic;
import clinic.portal.persistence.testing.SampleDiary;
import clinic.portal.persistence.testing.Tenant;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.Condition;
import org.junit.jupiter.api.Test;

/** Keys that are good once, attempts that are made once, and whom a guest's address lets in. */
@QuarkusTest
@WithTestResource(EmbeddedDatabase.class)
class KeysAndGuestsTest {
    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final Duration KEPT = Duration.ofHours(24);
    private static final Attempt ATTEMPT = new Attempt("client", "POST /bookings", "key-one-two", "aa");
    private static final EmailAddress VICTIMS = new EmailAddress("victim@example.com");
    private static final PhoneNumber ATTACKERS = new PhoneNumber("+447700900666");

    private final SampleDiary diary = new SampleDiary();
    private final SampleClinic clinic = diary.clinic;

    @Inject
    Tenant tenant;

    @Inject
    OneTimeKeys keys;

    @Inject
    FeedKeys feeds;

    @Inject
    Attempts attempts;

    @Inject
    Guests guests;

    @Inject
    Recipients recipients;

    @Inject
    LinkRequests requests;

    @Inject
    LiveLinks links;

    @Inject
    NoticeLog log;

    @Inject
    PackageSessions sessions;

    @Test
    void ofManyClaimsOneIsMineUntilItIsKeptAndThenAllAreAnswered() throws Exception {
        var all = AtOnce.call(24, caller -> claim(ATTEMPT, new UUID(1, caller), LEASE));
        assertThat(Collections.frequency(all, new Standing.Mine())).isEqualTo(1);
        assertThat(Collections.frequency(all, new Standing.InFlight())).isEqualTo(23);

        var mine = new UUID(1, all.indexOf(new Standing.Mine()));
        assertThat(keep(mine, "{}")).isTrue();

        assertThat(claim(ATTEMPT, new UUID(2, 0), LEASE)).isEqualTo(new Standing.Answered("{}"));
        assertThat(claim(new Attempt("client", "POST /bookings", "key-one-two", "bb"), new UUID(2, 1), LEASE))
                .isEqualTo(new Standing.OtherPayload());
        assertThat(tenant.in(new SampleClinic().id, () -> attempts.keep(clinic.id, ATTEMPT, mine, "[]")))
                .isFalse();
    }

    @Test
    void aClaimIsTakenOverAfterItsLeaseAndTheFirstThenKeepsAndGivesUpNothing() {
        claim(ATTEMPT, new UUID(1, 1), LEASE);
        assertThat(claim(ATTEMPT, new UUID(1, 2), LEASE)).isEqualTo(new Standing.InFlight());
        SampleClinic.run(
                "update idempotency_keys set claimed_at = claimed_at - interval '60 s' where clinic_id = ?",
                clinic.id.value());

        assertThat(claim(ATTEMPT, new UUID(1, 3), LEASE)).isEqualTo(new Standing.Mine());

        assertThat(keep(new UUID(1, 1), "{}")).isFalse();
        tenant.run(clinic.id, () -> attempts.giveUp(clinic.id, ATTEMPT, new UUID(1, 1)));
        assertThat(claim(ATTEMPT, new UUID(1, 4), LEASE)).isEqualTo(new Standing.InFlight());
        tenant.run(clinic.id, () -> attempts.giveUp(clinic.id, ATTEMPT, new UUID(1, 3)));
        assertThat(claim(ATTEMPT, new UUID(1, 5), LEASE)).isEqualTo(new Standing.Mine());
    }

    @Test
    void anAnswerIsForgottenAfterADay() {
        claim(ATTEMPT, new UUID(1, 1), LEASE);
        keep(new UUID(1, 1), "{}");
        assertThat(tenant.in(clinic.id, () -> attempts.forget(clinic.id, KEPT))).isZero();
        SampleClinic.run(
                "update idempotency_keys set claimed_at = claimed_at - interval '24 h' where clinic_id = ?",
                clinic.id.value());

        assertThat(claim(ATTEMPT, new UUID(1, 2), LEASE)).isEqualTo(new Standing.Mine());
    }

    @Test
    void aKeyIsGoodForItsPurposeAtItsClinicUntilItsEnd() {
        byte[] hash = hash(7);
        tenant.run(clinic.id, () -> keys.add(clinic.id, Purpose.BOOKING, hash, diary.client, LEASE));
        var other = new SampleClinic();

        assertThat(spend(Purpose.PREFILL, hash)).isEqualTo(new Spending.Unknown());
        assertThat(tenant.in(other.id, () -> keys.spend(other.id, Purpose.BOOKING, hash)))
                .isEqualTo(new Spending.Unknown());
        SampleClinic.run("update one_time_keys set expires_at = now() where clinic_id = ?", clinic.id.value());
        assertThat(spend(Purpose.BOOKING, hash)).isEqualTo(new Spending.Expired());
    }

    @Test
    void aFeedOpensByItsLatestSecretAndNotForWhoIsArchived() {
        tenant.run(clinic.id, () -> feeds.put(clinic.id, diary.ada, hash(1)));
        tenant.run(clinic.id, () -> feeds.put(clinic.id, diary.ada, hash(2)));

        assertThat(tenant.in(clinic.id, () -> feeds.find(clinic.id, hash(1)))).isEmpty();
        assertThat(tenant.in(clinic.id, () -> feeds.find(clinic.id, hash(2)))).contains(diary.ada);
        SampleClinic.run("update practitioners set archived = true where clinic_id = ?", clinic.id.value());
        assertThat(tenant.in(clinic.id, () -> feeds.find(clinic.id, hash(2)))).isEmpty();
    }

    @Test
    void whoBookedAsAGuestWithSomebodysAddressAndProvedTheirOwnPhoneIsNotFoundByThatAddress() {
        var row = guest();

        assertThat(login(new Identifier.Phone(ATTACKERS))).is(spentBy(row));

        assertThat(found(new Identifier.Email(VICTIMS))).isEmpty();
        assertThat(found(new Identifier.Phone(ATTACKERS))).contains(row);
    }

    @Test
    void whenTheAddressWasProvenFirstTheStrangersPhoneLetsNobodyIn() {
        var row = guest();

        assertThat(login(new Identifier.Email(VICTIMS))).is(spentBy(row));

        assertThat(found(new Identifier.Phone(ATTACKERS))).isEmpty();
        assertThat(found(new Identifier.Email(VICTIMS))).contains(row);
    }

    @Test
    void aLinkMadeBeforeTheOtherAddressWasProvenLetsNobodyInAfter() {
        var row = guest();
        var early = link(row, new Identifier.Phone(ATTACKERS), 1);
        // Newest wins, whatever the channel: only where both were made alive does it matter.
        var late = link(row, new Identifier.Email(VICTIMS), 2);
        SampleClinic.run("update login_links set voided_at = null where clinic_id = ?", clinic.id.value());

        assertThat(spendLink(late)).is(spentBy(row));

        assertThat(spendLink(early)).isEqualTo(new LiveLinks.Spending.Unknown());
    }

    @Test
    void anAddressThatIsProvenSomebodyElsesIsNotProvenAgainAndFailsNobody() {
        var row = guest();
        var link = link(row, new Identifier.Email(VICTIMS), 1);
        var owner = clinic.client(VICTIMS.value(), "+447700900777");

        assertThat(spendLink(link)).is(spentBy(row));

        assertThat(found(new Identifier.Email(VICTIMS))).contains(owner);
    }

    @Test
    void aGuestIsMatchedByBothToWhomTheClinicKnowsFirst() {
        var unproven = guest();
        assertThat(match()).contains(unproven);

        var known = clinic.client(VICTIMS.value(), ATTACKERS.value());

        assertThat(match()).contains(known);
        assertThat(tenant.in(clinic.id, () -> guests.match(clinic.id, VICTIMS, new PhoneNumber("+447700900001"))))
                .isEmpty();
    }

    @Test
    void aNoticeIsOneLineForGoodAndCountsOnceItIsPerhapsSent() {
        var appointment = new AppointmentId(clinic.appointment(diary.client, TEN, "booked"));
        var notice = new Notice(appointment, Change.BOOKED, 0, Notice.Channel.SMS);

        var first = open(notice);
        assertThat(first.settled()).isFalse();
        assertThat(open(notice).id()).isEqualTo(first.id());
        assertThat(tenant.in(clinic.id, () -> log.smsLastDay(clinic.id))).isZero();

        tenant.run(clinic.id, () -> log.settle(clinic.id, first.id(), Outcome.UNKNOWN, "no answer", "ref"));
        assertThat(open(notice).settled()).isTrue();
        assertThat(tenant.in(clinic.id, () -> log.smsLastDay(clinic.id))).isEqualTo(1);
    }

    @Test
    void aSessionIsReservedForWhatThePackageIsForAndGivenBack() {
        var pack = new PackageId(clinic.course(diary.client, 1, 0, 0, null));
        var expired = new PackageId(clinic.course(diary.client, 1, 0, 0, "2020-01-01"));
        var one = new AppointmentId(clinic.appointment(diary.client, TEN, "booked"));
        var two = new AppointmentId(clinic.appointment(diary.client, TEN.plusSeconds(3600), "booked"));

        assertThat(reserve(diary.client, expired, one)).isFalse();
        assertThat(reserve(clinic.client(), pack, one)).isFalse();
        assertThat(reserve(diary.client, pack, one)).isTrue();
        assertThat(reserve(diary.client, pack, two)).isFalse();

        tenant.run(clinic.id, () -> sessions.giveBack(clinic.id, one));
        assertThat(reserve(diary.client, pack, two)).isTrue();
    }

    private boolean reserve(ClientId client, PackageId pack, AppointmentId appointment) {
        return tenant.in(clinic.id, () -> sessions.reserve(clinic.id, client, pack, diary.peel, appointment));
    }

    private NoticeLog.Line open(Notice notice) {
        return tenant.in(clinic.id, () -> log.open(clinic.id, notice, diary.client, new NoticeId(UUID.randomUUID())));
    }

    private Optional<ClientId> match() {
        return tenant.in(clinic.id, () -> guests.match(clinic.id, VICTIMS, ATTACKERS));
    }

    private ClientId guest() {
        var id = new ClientId(UUID.randomUUID());
        tenant.run(clinic.id, () -> guests.add(clinic.id, id, "Gil Guest", VICTIMS, ATTACKERS));
        return id;
    }

    private LiveLinks.Spending login(Identifier identifier) {
        return spendLink(link(found(identifier).orElseThrow(), identifier, 9));
    }

    private byte[] link(ClientId client, Identifier identifier, int number) {
        var id = new LinkId(UUID.randomUUID());
        tenant.run(clinic.id, () -> requests.add(clinic.id, id, Audience.PORTAL, identifier));
        tenant.run(
                clinic.id,
                () -> requests.arm(
                        requests.take(clinic.id, id).orElseThrow(),
                        new Subject.OfClient(client),
                        new LinkHashes(hash(number), hash(number)),
                        new byte[1],
                        Duration.ofMinutes(10)));
        return hash(number);
    }

    private LiveLinks.Spending spendLink(byte[] token) {
        return tenant.in(clinic.id, () -> links.spend(clinic.id, Audience.PORTAL, token));
    }

    private static Condition<LiveLinks.Spending> spentBy(ClientId client) {
        return new Condition<>(
                spending -> spending instanceof LiveLinks.Spending.Spent spent
                        && spent.subject().equals(new Subject.OfClient(client)),
                "spent by %s",
                client);
    }

    private Optional<ClientId> found(Identifier identifier) {
        return tenant.in(clinic.id, () -> recipients.find(clinic.id, Audience.PORTAL, identifier))
                .map(found -> ((Subject.OfClient) found.subject()).id());
    }

    private Standing claim(Attempt attempt, UUID claim, Duration lease) {
        return tenant.in(clinic.id, () -> attempts.claim(clinic.id, attempt, claim, lease, KEPT));
    }

    private boolean keep(UUID claim, String body) {
        return tenant.in(clinic.id, () -> attempts.keep(clinic.id, ATTEMPT, claim, body));
    }

    private Spending spend(Purpose purpose, byte[] hash) {
        return tenant.in(clinic.id, () -> keys.spend(clinic.id, purpose, hash));
    }

    private static byte[] hash(int number) {
        return ByteBuffer.allocate(32).putInt(number).array();
    }
}
