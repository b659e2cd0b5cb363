package clinic.portal.core.login;

import static clinic.portal.core.fixtures.World.tokenIn;
import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.core.fixtures.Fixtures;
import clinic.portal.core.fixtures.World;
import clinic.portal.core.login.Login.Redemption.SignedIn;
import clinic.portal.core.login.SessionKeeping.Renewal;
import clinic.portal.core.login.Sessions.End;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.SessionId;
import clinic.portal.core.shared.Viewer;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionKeepingTest {
    private final World world = Fixtures.glow();
    private final ClinicId glow = world.glow.id();
    private Session session;
    private String first;

    @BeforeEach
    void adaLogsIn() {
        var proof = new Proof.Token(tokenIn(world.aLetterToAda()));
        var signedIn = (SignedIn) world.login.open(glow, Audience.PORTAL, proof);
        session = signedIn.session();
        first = signedIn.refreshToken();
    }

    @Test
    void aRefreshTokenIsRenewedForANewOne() {
        var renewed = renew(first);

        assertThat(renewed).isInstanceOfSatisfying(Renewal.Renewed.class, next -> {
            assertThat(next.session()).isEqualTo(session);
            assertThat(next.refreshToken()).hasSize(43).isNotEqualTo(first);
        });
    }

    @Test
    void tokensAreRenewedOneAfterTheOther() {
        var seen = new HashSet<String>();
        String token = first;
        for (int time = 0; time < 20; time++) {
            world.clock.elapse(Duration.ofMinutes(15));
            token = next(token);
            assertThat(seen.add(token)).isTrue();
        }

        assertThat(recognised()).isPresent();
    }

    @Test
    void aLostAnswerIsGivenAgain() {
        var second = next(first);
        world.clock.elapse(Duration.ofSeconds(10));

        assertThat(next(first)).isEqualTo(second);
        assertThat(recognised()).isPresent();
        assertThat(next(second)).isNotEqualTo(second);
    }

    @Test
    void fiveRenewalsAtOnceKeepTheSession() {
        var second = next(first);

        for (int time = 0; time < 4; time++) {
            assertThat(next(first)).isEqualTo(second);
        }
        assertThat(recognised()).isPresent();
    }

    @Test
    void aTokenUsedAgainLaterEndsTheSession() {
        var second = next(first);
        world.clock.elapse(Duration.ofSeconds(10).plusMillis(1));

        assertThat(renew(first)).isEqualTo(new Renewal.Ended());

        assertThat(recognised()).isEmpty();
        assertThat(renew(second)).isEqualTo(new Renewal.Ended());
        assertThat(world.sessions.endOf(glow, session.id())).contains(End.TOKEN_REUSED);
    }

    @Test
    void aTokenUsedAgainDaysLaterStillEndsTheSession() {
        var second = next(first);
        world.clock.elapse(Duration.ofHours(23));
        next(second);
        world.clock.elapse(Duration.ofHours(23));

        assertThat(renew(first)).isEqualTo(new Renewal.Ended());

        assertThat(recognised()).isEmpty();
        assertThat(world.sessions.endOf(glow, session.id())).contains(End.TOKEN_REUSED);
    }

    @Test
    void onlyTheDirectParentIsForgiven() {
        next(next(first));

        assertThat(renew(first)).isEqualTo(new Renewal.Ended());

        assertThat(recognised()).isEmpty();
    }

    @Test
    void aSuccessorThatCannotBeOpenedAnyMoreEndsTheSession() {
        next(first);
        world.secrets.retireKey();

        assertThat(renew(first)).isEqualTo(new Renewal.Ended());

        assertThat(recognised()).isEmpty();
    }

    @Test
    void whatIsSealedIsTiedToItsClinicAndSession() {
        var second = next(first);

        var hash = world.secrets.hash(first);
        var sealed =
                world.sessions.lock(glow, Audience.PORTAL, hash).orElseThrow().successor();
        var context = "refresh-token " + glow.value() + " " + session.id().value();
        assertThat(world.secrets.open(sealed, context)).contains(second);
    }

    @Test
    void aTokenNotUsedForADayIsOver() {
        world.clock.elapse(Duration.ofHours(24));

        assertThat(renew(first)).isEqualTo(new Renewal.Ended());
        assertThat(world.sessions.endOf(glow, session.id())).isEmpty();
    }

    @Test
    void aTokenUsedWithinADayIsNot() {
        world.clock.elapse(Duration.ofHours(24).minusMillis(1));

        assertThat(renew(first)).isInstanceOf(Renewal.Renewed.class);
    }

    @Test
    void aSessionEndsAfterSevenDaysHoweverBusy() {
        String token = first;
        for (int time = 0; time < 13; time++) {
            world.clock.elapse(Duration.ofHours(12));
            token = next(token);
        }
        world.clock.elapse(Duration.ofHours(12));

        assertThat(renew(token)).isEqualTo(new Renewal.Ended());
        assertThat(recognised()).isEmpty();
    }

    @Test
    void aTokenThatNobodyHasIsRefusedAndHarmsNobody() {
        assertThat(renew("invented")).isEqualTo(new Renewal.Ended());

        assertThat(recognised()).isPresent();
    }

    @Test
    void aTokenIsNotRenewedAtTheWrongDoorOrClinic() {
        assertThat(world.sessionKeeping.renew(glow, Audience.STAFF, first)).isEqualTo(new Renewal.Ended());
        assertThat(world.sessionKeeping.renew(world.calm.id(), Audience.PORTAL, first))
                .isEqualTo(new Renewal.Ended());

        assertThat(renew(first)).isInstanceOf(Renewal.Renewed.class);
    }

    @Test
    void loggingOutEndsTheSession() {
        world.sessionKeeping.end(session.viewer());

        assertThat(recognised()).isEmpty();
        assertThat(renew(first)).isEqualTo(new Renewal.Ended());
        assertThat(world.sessions.endOf(glow, session.id())).contains(End.LOGGED_OUT);
    }

    @Test
    void aPortalSwitchedOffLocksItsClientsOut() {
        world.clinics.put(Fixtures.switchedOff(world.glow));

        assertThat(recognised()).isEmpty();
        assertThat(renew(first)).isEqualTo(new Renewal.Ended());
    }

    @Test
    void anErasedClientIsLockedOut() {
        world.profiles.erase(glow, world.ada.id());

        assertThat(recognised()).isEmpty();
        assertThat(renew(first)).isEqualTo(new Renewal.Ended());
    }

    @Test
    void aPreviewIsRecognisedAsOne() {
        var id = new SessionId(world.ids.next());
        world.sessions.openPreview(glow, id, world.ada.id(), world.rita.id(), Duration.ofHours(1));

        assertThat(world.sessionKeeping.recognise(glow, id, Audience.PORTAL))
                .contains(new Viewer.Client(glow, world.ada.id(), id, true));
    }

    @Test
    void sessionsAreForgottenAWeekAfterTheyAreOver() {
        world.clock.elapse(Duration.ofDays(14));
        assertThat(world.sessionKeeping.tidy(glow)).isZero();

        world.clock.elapse(Duration.ofSeconds(1));

        assertThat(world.sessionKeeping.tidy(glow)).isEqualTo(1);
    }

    @Test
    void aRenewalShownInALogGivesNothingAway() {
        var renewed = (Renewal.Renewed) renew(first);

        assertThat(renewed.toString())
                .isEqualTo("Renewed[" + session.id() + "]")
                .doesNotContain(renewed.refreshToken());
    }

    @Test
    void anEndedRenewalSaysWhy() {
        assertThat(new Renewal.Ended().why()).isInstanceOf(SessionEnded.class);
    }

    private Renewal renew(String token) {
        return world.sessionKeeping.renew(glow, Audience.PORTAL, token);
    }

    private String next(String token) {
        var renewal = renew(token);
        assertThat(renewal).isInstanceOf(Renewal.Renewed.class);
        return ((Renewal.Renewed) renewal).refreshToken();
    }

    private Optional<Viewer.InSession> recognised() {
        return world.sessionKeeping.recognise(glow, session.id(), Audience.PORTAL);
    }
}
