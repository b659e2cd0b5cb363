package clinic.portal.core.contracts;

import static clinic.portal.core.fixtures.Fixtures.uuid;
import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.core.fakes.PlainSecrets;
import clinic.portal.core.login.Audience;
import clinic.portal.core.login.Session;
import clinic.portal.core.login.Sessions;
import clinic.portal.core.login.Sessions.End;
import clinic.portal.core.login.Sessions.Refreshable;
import clinic.portal.core.login.Subject;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.Role;
import clinic.portal.core.shared.SessionId;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

public abstract class SessionsContract {
    private static final Duration LIFE = Duration.ofDays(7);
    private static final Duration IDLE = Duration.ofHours(24);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration MOMENT = Duration.ofSeconds(5);
    private static final SessionId ID = new SessionId(uuid(1));
    private static final SessionId OTHER_ID = new SessionId(uuid(2));
    private static final byte[] SEALED = {1, 2, 3};

    private final PlainSecrets secrets = new PlainSecrets();

    protected abstract Sessions sessions();

    protected abstract ClinicId clinic();

    protected abstract ClinicId otherClinic();

    /** A client of {@link #clinic}. */
    protected abstract Subject.OfClient client();

    /** An owner at {@link #clinic}. */
    protected abstract Subject.OfStaff member();

    /** What the client is called. */
    protected abstract String clientsName();

    /** What the member of staff is called. */
    protected abstract String membersName();

    protected abstract void portalGoesOff();

    protected abstract void clientIsErased();

    protected abstract void memberLeaves();

    protected abstract void memberBecomes(Role role);

    /** Moves the store's clock, or all that is stored the other way. */
    protected abstract void elapse(Duration time);

    @Test
    void anOpenSessionIsItsSubjects() {
        var session = open(client());

        assertThat(session).isEqualTo(new Session(clinic(), ID, client(), clientsName(), false, false));
        assertThat(live(Audience.PORTAL)).contains(session);
    }

    @Test
    void aMembersSessionIsTheMembers() {
        var session = open(member());

        assertThat(session).isEqualTo(new Session(clinic(), ID, member(), membersName(), false, false));
        assertThat(live(Audience.STAFF)).contains(session);
    }

    @Test
    void aSessionThatNobodyOpenedIsNotLive() {
        assertThat(live(Audience.PORTAL)).isEmpty();
    }

    @Test
    void aSessionIsNotLiveAtTheOtherDoor() {
        open(client());

        assertThat(live(Audience.STAFF)).isEmpty();
        assertThat(sessions().lock(clinic(), Audience.STAFF, hash("first"))).isEmpty();
    }

    @Test
    void aSessionIsNotLiveAtAnotherClinic() {
        open(client());

        assertThat(sessions().live(otherClinic(), ID, Audience.PORTAL)).isEmpty();
        assertThat(sessions().lock(otherClinic(), Audience.PORTAL, hash("first")))
                .isEmpty();
    }

    @Test
    void aPreviewIsItsClientsMarkedAsOne() {
        var session = openPreview();

        assertThat(session).isEqualTo(new Session(clinic(), ID, client(), clientsName(), true, false));
        assertThat(live(Audience.PORTAL)).contains(session);
        assertThat(live(Audience.STAFF)).isEmpty();
    }

    @Test
    void aPreviewGoesOnWhileThePortalIsOffToTheEndOfItsLifeAndNoFurther() {
        openPreview();

        portalGoesOff();
        elapse(HOUR.minus(MOMENT));
        assertThat(live(Audience.PORTAL)).isPresent();

        elapse(MOMENT.multipliedBy(2));
        assertThat(live(Audience.PORTAL)).isEmpty();
    }

    @Test
    void aPreviewEndsWithTheMemberOfStaffWhoLooks() {
        openPreview();

        memberLeaves();

        assertThat(live(Audience.PORTAL)).isEmpty();
    }

    @Test
    void aPreviewEndsWithItsClientAndAtLogout() {
        openPreview();
        sessions().end(clinic(), ID, End.LOGGED_OUT);
        assertThat(live(Audience.PORTAL)).isEmpty();

        sessions().openPreview(clinic(), OTHER_ID, client().id(), member().id(), HOUR);
        clientIsErased();
        assertThat(sessions().live(clinic(), OTHER_ID, Audience.PORTAL)).isEmpty();
    }

    private Session openPreview() {
        return sessions().openPreview(clinic(), ID, client().id(), member().id(), HOUR);
    }

    @Test
    void aSessionLivesToTheEndOfItsLife() {
        open(client());

        elapse(LIFE.minus(MOMENT));
        assertThat(live(Audience.PORTAL)).isPresent();

        elapse(MOMENT.multipliedBy(2));
        assertThat(live(Audience.PORTAL)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(End.class)
    void anEndedSessionIsNotLive(End why) {
        open(client());

        sessions().end(clinic(), ID, why);

        assertThat(live(Audience.PORTAL)).isEmpty();
        assertThat(refreshable("first").filter(Refreshable::live)).isEmpty();
    }

    @Test
    void endingASessionLeavesOthersLive() {
        open(client());
        sessions().open(clinic(), OTHER_ID, client(), hash("other"), LIFE, IDLE);

        sessions().end(clinic(), OTHER_ID, End.LOGGED_OUT);
        sessions().end(otherClinic(), ID, End.LOGGED_OUT);

        assertThat(live(Audience.PORTAL)).isPresent();
    }

    @Test
    void aClientsSessionIsNotLiveWhileThePortalIsOff() {
        open(client());

        portalGoesOff();

        assertThat(live(Audience.PORTAL)).isEmpty();
        assertThat(refreshable("first").filter(Refreshable::live)).isEmpty();
    }

    @Test
    void aMembersSessionIsLiveThoughThePortalIsOff() {
        open(member());

        portalGoesOff();

        assertThat(live(Audience.STAFF)).isPresent();
    }

    @Test
    void anErasedClientsSessionIsNotLive() {
        open(client());

        clientIsErased();

        assertThat(live(Audience.PORTAL)).isEmpty();
        assertThat(refreshable("first").filter(Refreshable::live)).isEmpty();
    }

    @Test
    void theSessionOfAMemberWhoLeftIsNotLive() {
        open(member());

        memberLeaves();

        assertThat(live(Audience.STAFF)).isEmpty();
    }

    @Test
    void aMembersRoleIsTodays() {
        open(member());

        memberBecomes(Role.RECEPTIONIST);

        assertThat(live(Audience.STAFF))
                .map(Session::subject)
                .contains(new Subject.OfStaff(member().id(), Role.RECEPTIONIST));
    }

    @Test
    void aCurrentTokenIsFreshAndUnspent() {
        var session = open(client());

        var token = refreshable("first").orElseThrow();

        assertThat(token.session()).isEqualTo(session);
        assertThat(token.live()).isTrue();
        assertThat(token.stale()).isFalse();
        assertThat(token.spentFor()).isNull();
        assertThat(token.successor()).isNull();
    }

    @Test
    void aTokenThatNobodyHasIsNotThere() {
        open(client());

        assertThat(refreshable("guessed")).isEmpty();
    }

    @Test
    void aTokenGoesStaleWhenItsIdleTimeIsOver() {
        open(client());

        elapse(IDLE.minus(MOMENT));
        assertThat(refreshable("first").orElseThrow().stale()).isFalse();

        elapse(MOMENT.multipliedBy(2));
        assertThat(refreshable("first").orElseThrow().stale()).isTrue();
    }

    @Test
    void theNextTokensIdleTimeBeginsWithIt() {
        open(client());
        elapse(IDLE.minus(MOMENT));

        rotate("first", "second");
        elapse(IDLE.minus(MOMENT));

        assertThat(refreshable("second").orElseThrow().stale()).isFalse();
    }

    @Test
    void aSpentTokenTellsHowLongAgoAndWhatTookItsPlace() {
        open(client());
        rotate("first", "second");

        elapse(Duration.ofSeconds(30));

        var spent = refreshable("first").orElseThrow();
        assertThat(spent.spentFor())
                .isBetween(Duration.ofSeconds(30), Duration.ofSeconds(30).plus(MOMENT));
        assertThat(spent.successor()).isEqualTo(SEALED);
        assertThat(refreshable("second").orElseThrow().spentFor()).isNull();
    }

    @Test
    void aSpentTokensSuccessorIsGoneOnceThatIsSpentItself() {
        open(client());
        rotate("first", "second");

        rotate("second", "third");

        assertThat(refreshable("first").orElseThrow().successor()).isNull();
        assertThat(refreshable("second").orElseThrow().successor()).isNotNull();
    }

    @Test
    void aSpentTokenIsNeverStaleSoThatItsReuseIsSeen() {
        open(client());
        rotate("first", "second");

        elapse(IDLE.plus(MOMENT));

        assertThat(refreshable("first").orElseThrow().stale()).isFalse();
        assertThat(refreshable("first").orElseThrow().live()).isTrue();
    }

    @Test
    void rotatingDoesNotProlongTheSession() {
        open(client());
        elapse(LIFE.minus(MOMENT));

        rotate("first", "second");
        elapse(MOMENT.multipliedBy(2));

        assertThat(live(Audience.PORTAL)).isEmpty();
        assertThat(refreshable("second").filter(Refreshable::live)).isEmpty();
    }

    @Test
    void sessionsLongOverAreForgottenWithTheirTokens() {
        open(client());
        elapse(LIFE.plus(Duration.ofDays(6)));
        assertThat(sessions().forget(clinic(), LIFE)).isZero();
        assertThat(refreshable("first")).isPresent();

        elapse(Duration.ofDays(2));

        assertThat(sessions().forget(otherClinic(), LIFE)).isZero();
        assertThat(sessions().forget(clinic(), LIFE)).isEqualTo(1);
        assertThat(refreshable("first")).isEmpty();
    }

    @Test
    void anEndedSessionIsOverFromThenOn() {
        open(client());
        sessions().open(clinic(), OTHER_ID, client(), hash("other"), LIFE, IDLE);
        sessions().end(clinic(), ID, End.LOGGED_OUT);
        elapse(Duration.ofDays(2));

        assertThat(sessions().forget(clinic(), Duration.ofDays(1))).isEqualTo(1);

        assertThat(sessions().live(clinic(), OTHER_ID, Audience.PORTAL)).isPresent();
    }

    private Session open(Subject subject) {
        return sessions().open(clinic(), ID, subject, hash("first"), LIFE, IDLE);
    }

    private Optional<Session> live(Audience audience) {
        return sessions().live(clinic(), ID, audience);
    }

    private Optional<Refreshable> refreshable(String token) {
        return sessions().lock(clinic(), Audience.PORTAL, hash(token));
    }

    private void rotate(String spent, String next) {
        sessions().rotate(clinic(), ID, hash(spent), hash(next), SEALED, IDLE);
    }

    private byte[] hash(String token) {
        return secrets.hash(clinic().value() + token);
    }
}
