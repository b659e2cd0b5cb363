package clinic.portal.core.staff;

import static clinic.portal.core.fixtures.Fixtures.uuid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.portal.core.fixtures.Fixtures;
import clinic.portal.core.fixtures.Phone;
import clinic.portal.core.fixtures.World;
import clinic.portal.core.login.Audience;
import clinic.portal.core.login.CodeLimit;
import clinic.portal.core.login.Identifier;
import clinic.portal.core.login.LinkExpired;
import clinic.portal.core.login.LinkHashes;
import clinic.portal.core.login.LinkId;
import clinic.portal.core.login.Login.Redemption;
import clinic.portal.core.login.LoginLinks;
import clinic.portal.core.login.Proof;
import clinic.portal.core.login.SecondFactorInvalid;
import clinic.portal.core.login.SecondFactorMissing;
import clinic.portal.core.login.SecondFactorOff;
import clinic.portal.core.login.SecondFactorOn;
import clinic.portal.core.login.Session;
import clinic.portal.core.login.Subject;
import clinic.portal.core.shared.Invalid;
import clinic.portal.core.shared.PageRequest;
import clinic.portal.core.shared.Refusal;
import clinic.portal.core.shared.SecondFactorDue;
import clinic.portal.core.shared.SessionId;
import clinic.portal.core.shared.Throttled;
import clinic.portal.core.shared.Viewer;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OwnSecondFactorTest {
    private static final Duration STEP = Duration.ofSeconds(30);

    private final World world = Fixtures.glow();
    private final Phone phone = new Phone(world);

    @Test
    void thePictureForThePhoneNamesClinicAndMember() {
        var enrolment = world.ownSecondFactor.begin(world.asOlga());

        assertThat(enrolment.secret()).matches("[A-Z2-7]{32}");
        assertThat(enrolment.address())
                .hasToString(("otpauth://totp/Clinic%%20glow:olga%%40staff.example.com?secret=%s"
                                + "&issuer=Clinic%%20glow&algorithm=SHA1&digits=6&period=30")
                        .formatted(enrolment.secret()));
    }

    @Test
    void aFactorThatIsNotConfirmedIsNotAskedFor() {
        world.ownSecondFactor.begin(world.asOlga());

        assertThat(logIn(null)).isInstanceOf(Redemption.SignedIn.class);
    }

    @Test
    void aWrongCodeConfirmsNothing() {
        world.ownSecondFactor.begin(world.asOlga());

        assertThatThrownBy(() -> world.ownSecondFactor.confirm(world.asOlga(), "000000"))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        refused -> assertThat(refused.violations())
                                .extracting(Invalid.Violation::code)
                                .containsExactly("second_factor_invalid"));
        assertThat(world.workplace.show(world.asOlga()).member().secondFactor()).isFalse();
    }

    @Test
    void onceConfirmedItIsAskedForAndTheLinkWaits() {
        setUp();
        String token = aLink();

        assertThat(why(open(token, null))).isInstanceOf(SecondFactorMissing.class);
        assertThat(why(open(token, "000000"))).isInstanceOf(SecondFactorInvalid.class);

        world.clock.elapse(STEP);
        assertThat(open(token, phone.code())).isInstanceOf(Redemption.SignedIn.class);
    }

    @Test
    void aCodeIsGoodOnceAndSoAreTheEarlierOnes() {
        setUp();
        world.clock.elapse(STEP);
        String earlier = phone.code();
        world.clock.elapse(STEP);
        String code = phone.code();
        assertThat(logIn(code)).isInstanceOf(Redemption.SignedIn.class);

        assertThat(why(logIn(code))).isInstanceOf(SecondFactorInvalid.class);
        assertThat(why(logIn(earlier))).isInstanceOf(SecondFactorInvalid.class);
    }

    @Test
    void theCodeThatConfirmedItIsUsed() {
        setUp();

        assertThat(why(logIn(phone.code()))).isInstanceOf(SecondFactorInvalid.class);
    }

    @Test
    void aPhoneMayBeAStepOffAndNotTwo() {
        setUp();
        world.clock.elapse(STEP.multipliedBy(10));

        assertThat(why(logIn(phone.codeAt(world.clock.instant().minus(STEP.multipliedBy(2))))))
                .isInstanceOf(SecondFactorInvalid.class);
        assertThat(why(logIn(phone.codeAt(world.clock.instant().plus(STEP.multipliedBy(2))))))
                .isInstanceOf(SecondFactorInvalid.class);
        assertThat(logIn(phone.codeAt(world.clock.instant().minus(STEP)))).isInstanceOf(Redemption.SignedIn.class);
        assertThat(logIn(phone.codeAt(world.clock.instant().plus(STEP)))).isInstanceOf(Redemption.SignedIn.class);
    }

    @Test
    void afterFiveWrongOnesTheLinkIsVoid() {
        setUp();
        world.clock.elapse(STEP);
        String token = aLink();
        for (int i = 0; i < 5; i++) {
            assertThat(why(open(token, "00000" + i))).isInstanceOf(SecondFactorInvalid.class);
        }

        assertThat(why(open(token, phone.code()))).isInstanceOf(LinkExpired.class);
    }

    @Test
    void askingWithoutOneIsNoGuess() {
        setUp();
        world.clock.elapse(STEP);
        String token = aLink();
        for (int i = 0; i < 8; i++) {
            open(token, null);
        }

        assertThat(open(token, phone.code())).isInstanceOf(Redemption.SignedIn.class);
    }

    @Test
    void aRecoveryCodeServesOnceHoweverItIsTyped() {
        var codes = setUp();

        assertThat(codes)
                .hasSize(10)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("[a-z2-7]{4}-[a-z2-7]{4}-[a-z2-7]{4}-[a-z2-7]{4}"));
        assertThat(logIn(codes.getFirst().replace("-", " ").toUpperCase(java.util.Locale.ROOT)))
                .isInstanceOf(Redemption.SignedIn.class);
        assertThat(why(logIn(codes.getFirst()))).isInstanceOf(SecondFactorInvalid.class);
        assertThat(logIn(codes.get(1))).isInstanceOf(Redemption.SignedIn.class);
    }

    @Test
    void newRecoveryCodesTakeThePlaceOfTheOld() {
        var old = setUp();
        world.clock.elapse(STEP);

        var fresh = world.ownSecondFactor.renewRecoveryCodes(world.asOlga(), phone.code());

        assertThat(why(logIn(old.getFirst()))).isInstanceOf(SecondFactorInvalid.class);
        assertThat(logIn(fresh.getFirst())).isInstanceOf(Redemption.SignedIn.class);
    }

    @Test
    void itIsRemovedWithACodeAndNotWithout() {
        setUp();
        assertThatThrownBy(() -> world.ownSecondFactor.remove(world.asOlga(), "000000"))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> world.ownSecondFactor.begin(world.asOlga())).isInstanceOf(SecondFactorOn.class);
        world.clock.elapse(STEP);

        world.ownSecondFactor.remove(world.asOlga(), phone.code());

        assertThat(logIn(null)).isInstanceOf(Redemption.SignedIn.class);
        assertThatThrownBy(() -> world.ownSecondFactor.remove(world.asOlga(), "000000"))
                .isInstanceOf(SecondFactorOff.class);
        assertThatThrownBy(() -> world.ownSecondFactor.confirm(world.asOlga(), "000000"))
                .isInstanceOf(SecondFactorOff.class);
    }

    @Test
    void whereTheClinicAsksForOneItStays() {
        setUp();
        world.secondFactors.require(world.glow.id(), true);
        world.clock.elapse(STEP);

        assertThatThrownBy(() -> world.ownSecondFactor.remove(world.asOlga(), phone.code()))
                .isInstanceOf(SecondFactorMandatory.class);
    }

    @Test
    void confirmingEndsTheOtherSessions() {
        var here = session(logIn(null));
        var there = session(logIn(null));
        var viewer = (Viewer.Member) here.viewer();
        phone.scan(world.ownSecondFactor.begin(viewer));

        world.ownSecondFactor.confirm(viewer, phone.code());

        assertThat(live(here.id())).isTrue();
        assertThat(live(there.id())).isFalse();
    }

    @Test
    void whereTheClinicAsksForOneWhoHasNoneMayOnlySetItUp() {
        var opened = session(logIn(null));
        world.secondFactors.require(world.glow.id(), true);

        var due = recognised(opened.id());
        assertThat(due.enrolling()).isTrue();
        assertThatThrownBy(() -> world.team.list(due, false, PageRequest.first(1)))
                .isInstanceOf(SecondFactorDue.class);
        assertThat(world.workplace.show(due).factorRequired()).isTrue();

        phone.scan(world.ownSecondFactor.begin(due));
        world.ownSecondFactor.confirm(due, phone.code());

        assertThat(recognised(opened.id()).enrolling()).isFalse();
        assertThat(world.team
                        .list(recognised(opened.id()), false, PageRequest.first(1))
                        .items())
                .isNotEmpty();
    }

    @Test
    void aColleagueResetsItAndNobodyTheirOwn() {
        setUp();
        var maya = Fixtures.aMember(103, "Maya", clinic.portal.core.shared.Role.OWNER);
        world.members.put(world.glow.id(), maya);
        assertThatThrownBy(() -> world.teamAccess.resetSecondFactor(world.asOlga(), world.olga.id()))
                .isInstanceOf(OwnSecondFactorOnly.class);

        var reset = world.teamAccess.resetSecondFactor(
                new Viewer.Member(world.glow.id(), maya.id(), new SessionId(uuid(508)), maya.role(), false),
                world.olga.id());

        assertThat(reset.secondFactor()).isFalse();
        assertThat(logIn(null)).isInstanceOf(Redemption.SignedIn.class);
    }

    @Test
    void withRetiredKeysTheRecoveryCodesStillServe() {
        var codes = setUp();
        world.secrets.retireKey();
        world.clock.elapse(STEP);

        assertThat(why(logIn(phone.code()))).isInstanceOf(SecondFactorInvalid.class);
        assertThat(logIn(codes.getFirst())).isInstanceOf(Redemption.SignedIn.class);
    }

    @Test
    void aSessionsHolderGuessesTenTimesAndThenWaits() {
        var limit = new CodeLimit(world.throttle);
        for (int i = 0; i < 10; i++) {
            limit.admit(world.asOlga());
        }

        assertThatThrownBy(() -> limit.admit(world.asOlga())).isInstanceOf(Throttled.class);
        limit.admit(world.asRita());
    }

    private List<String> setUp() {
        phone.scan(world.ownSecondFactor.begin(world.asOlga()));
        return world.ownSecondFactor.confirm(world.asOlga(), phone.code());
    }

    /** Made past the limits, which are not what this is about. */
    private String aLink() {
        var id = new LinkId(world.ids.next());
        world.links.add(world.glow.id(), id, Audience.STAFF, new Identifier.Email(world.olga.email()));
        String token = world.secrets.token();
        world.links.arm(
                world.links.take(world.glow.id(), id).orElseThrow(),
                new Subject.OfStaff(world.olga.id(), world.olga.role()),
                new LinkHashes(world.secrets.hash(token), new byte[32]),
                new byte[] {1},
                LoginLinks.LIFE);
        return token;
    }

    private Redemption logIn(@Nullable String secondFactor) {
        return open(aLink(), secondFactor);
    }

    private Redemption open(String token, @Nullable String secondFactor) {
        return world.login.open(world.glow.id(), Audience.STAFF, new Proof.Token(token), secondFactor);
    }

    private Viewer.Member recognised(SessionId session) {
        return (Viewer.Member) world.sessionKeeping
                .recognise(world.glow.id(), session, Audience.STAFF)
                .orElseThrow();
    }

    private boolean live(SessionId session) {
        return world.sessionKeeping
                .recognise(world.glow.id(), session, Audience.STAFF)
                .isPresent();
    }

    private static Session session(Redemption outcome) {
        assertThat(outcome).isInstanceOf(Redemption.SignedIn.class);
        return ((Redemption.SignedIn) outcome).session();
    }

    private static Refusal why(Redemption outcome) {
        assertThat(outcome).isInstanceOf(Redemption.Refused.class);
        return ((Redemption.Refused) outcome).why();
    }
}
