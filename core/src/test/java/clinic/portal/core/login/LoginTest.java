package clinic.portal.core.login;

import static clinic.portal.core.fixtures.World.byEmail;
import static clinic.portal.core.fixtures.World.byPhone;
import static clinic.portal.core.fixtures.World.tokenIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import clinic.portal.core.fixtures.Fixtures;
import clinic.portal.core.fixtures.World;
import clinic.portal.core.login.Login.Redemption;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.Invalid;
import clinic.portal.core.shared.Invalid.Violation;
import clinic.portal.core.shared.NoSuchThing;
import clinic.portal.core.shared.Viewer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginTest {
    private final World world = Fixtures.glow();
    private final ClinicId glow = world.glow.id();

    @Test
    void aLinkOpensItsOwnersSession() {
        var signedIn = signedIn(open(tokenIn(world.aLetterToAda())));

        var session = signedIn.session();
        assertThat(session.subject()).isEqualTo(new Subject.OfClient(world.ada.id()));
        assertThat(session.name()).isEqualTo("Ada Client");
        assertThat(session.preview()).isFalse();
        assertThat(session.viewer()).isEqualTo(new Viewer.Client(glow, world.ada.id(), session.id(), false));
        assertThat(world.sessionKeeping.recognise(glow, session.id(), Audience.PORTAL))
                .contains(session.viewer());
        assertThat(signedIn.refreshToken()).hasSize(43);
    }

    @Test
    void aMembersLinkOpensTheirSessionWithTheirRole() {
        world.loginLinks.ask(glow, Audience.STAFF, new Claim(world.rita.email().value(), null));

        var opened = world.login.open(glow, Audience.STAFF, new Proof.Token(tokenIn(world.sender.last())));

        var session = signedIn(opened).session();
        assertThat(session.viewer())
                .isEqualTo(new Viewer.Member(glow, world.rita.id(), session.id(), world.rita.role(), false));
    }

    @Test
    void aSecondUseOfTheSameLinkIsRefusedAsUsed() {
        var token = tokenIn(world.aLetterToAda());
        open(token);

        assertRefused(open(token), LinkUsed.class);
    }

    @Test
    void aLinkTenMinutesOldIsRefusedAsExpired() {
        var token = tokenIn(world.aLetterToAda());
        world.clock.elapse(Duration.ofMinutes(10));

        assertRefused(open(token), LinkExpired.class);
    }

    @Test
    void aLinkNotYetTenMinutesOldIsGood() {
        var token = tokenIn(world.aLetterToAda());
        world.clock.elapse(Duration.ofMinutes(10).minusMillis(1));

        assertThat(open(token)).isInstanceOf(Redemption.SignedIn.class);
    }

    @Test
    void aLinkIsRefusedAsExpiredOnceANewerWasSent() {
        var older = tokenIn(world.aLetterToAda());
        world.clock.elapse(Duration.ofMinutes(1));
        var newer = tokenIn(world.aLetterToAda());

        assertRefused(open(older), LinkExpired.class);
        assertThat(open(newer)).isInstanceOf(Redemption.SignedIn.class);
    }

    @Test
    void anInventedTokenIsInvalid() {
        world.aLetterToAda();

        assertRefused(open("invented"), LinkInvalid.class);
        assertRefused(open(""), LinkInvalid.class);
    }

    @Test
    void aLinkIsInvalidAtTheWrongDoor() {
        var token = tokenIn(world.aLetterToAda());

        assertRefused(world.login.open(glow, Audience.STAFF, new Proof.Token(token)), LinkInvalid.class);
        assertThat(open(token)).isInstanceOf(Redemption.SignedIn.class);
    }

    @Test
    void aLinkIsInvalidAtTheWrongClinic() {
        var token = tokenIn(world.aLetterToAda());

        var refused = world.login.open(world.calm.id(), Audience.PORTAL, new Proof.Token(token));

        assertRefused(refused, LinkInvalid.class);
    }

    @Test
    void theCodeOpensTheSessionToo() {
        var letter = world.aLetterToAda();

        var session = signedIn(openByCode(letter.code(), byEmail(world.ada))).session();

        assertThat(session.subject()).isEqualTo(new Subject.OfClient(world.ada.id()));
        assertRefused(open(tokenIn(letter)), LinkUsed.class);
    }

    @Test
    void theCodeInAnSmsOpensTheSessionToo() {
        world.loginLinks.ask(glow, Audience.PORTAL, byPhone(world.ada));
        var code = world.sender.last().code();

        assertThat(openByCode(code, new Claim(null, "07700 900011"))).isInstanceOf(Redemption.SignedIn.class);
    }

    @Test
    void theCodeIsGoodWithItsOwnAddressOnly() {
        var code = world.aLetterToAda().code();
        world.loginLinks.ask(glow, Audience.PORTAL, byEmail(world.ben));

        assertRefused(openByCode(code, byEmail(world.ben)), LinkInvalid.class);
        assertRefused(openByCode(code, byPhone(world.ada)), LinkInvalid.class);
    }

    @Test
    void equalCodesOfTwoPeopleHaveUnequalHashes() {
        var ada = new Identifier.Email(world.ada.email());
        var ben = new Identifier.Email(world.ben.email());

        assertThat(CodeHash.of(world.secrets, glow, ada, "123456"))
                .isNotEqualTo(CodeHash.of(world.secrets, glow, ben, "123456"))
                .isNotEqualTo(CodeHash.of(world.secrets, world.calm.id(), ada, "123456"))
                .isNotEqualTo(CodeHash.of(world.secrets, glow, ada, "123457"));
    }

    @Test
    void theFifthTryAtACodeStillCounts() {
        var code = world.aLetterToAda().code();
        guessWrongly(4);

        assertThat(openByCode(code, byEmail(world.ada))).isInstanceOf(Redemption.SignedIn.class);
    }

    @Test
    void afterFiveWrongTriesTheRightCodeIsInvalid() {
        var letter = world.aLetterToAda();
        guessWrongly(5);

        assertRefused(openByCode(letter.code(), byEmail(world.ada)), LinkInvalid.class);
        assertThat(open(tokenIn(letter))).isInstanceOf(Redemption.SignedIn.class);
    }

    @Test
    void aCodeWithoutAnAddressIsRefusedWithWhatIsMissing() {
        var refused = catchThrowableOfType(Invalid.class, () -> openByCode("123456", new Claim(null, null)));

        assertThat(refused.code()).isEqualTo("invalid_request");
        assertThat(refused.violations()).extracting(Violation::code).containsExactly("identifier_required");
    }

    @Test
    void aCodeWithTwoAddressesIsRefusedWithAllThatIsWrong() {
        var refused = catchThrowableOfType(Invalid.class, () -> openByCode("123456", new Claim("ada", "1")));

        assertThat(refused.violations())
                .extracting(Violation::code)
                .containsExactly("one_identifier_only", "invalid_email", "invalid_phone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12345", "1234567", "abcdef", "١٢٣٤٥٦"})
    void whatIsNoCodeIsAWrongCode(String digits) {
        world.aLetterToAda();

        assertRefused(openByCode(digits, byEmail(world.ada)), LinkInvalid.class);
    }

    @Test
    void aPortalThatIsOffOpensToNoLink() {
        var token = tokenIn(world.aLetterToAda());
        world.clinics.put(Fixtures.switchedOff(world.glow));

        assertThatThrownBy(() -> open(token)).isInstanceOf(NoSuchThing.class);

        world.clinics.put(Fixtures.switchedOn(world.glow));
        assertThat(open(token)).isInstanceOf(Redemption.SignedIn.class);
    }

    @Test
    void staffLogInThoughThePortalIsOff() {
        world.clinics.put(Fixtures.switchedOff(world.glow));
        world.loginLinks.ask(glow, Audience.STAFF, new Claim(world.olga.email().value(), null));

        var opened = world.login.open(glow, Audience.STAFF, new Proof.Token(tokenIn(world.sender.last())));

        assertThat(opened).isInstanceOf(Redemption.SignedIn.class);
    }

    @Test
    void aClinicThatIsNotThereOpensToNothing() {
        var nowhere = new ClinicId(Fixtures.uuid(99));

        assertThatThrownBy(() -> world.login.open(nowhere, Audience.STAFF, new Proof.Token("any")))
                .isInstanceOf(NoSuchThing.class);
    }

    @Test
    void aRedemptionShownInALogGivesNothingAway() {
        var signedIn = signedIn(open(tokenIn(world.aLetterToAda())));

        assertThat(signedIn.toString())
                .isEqualTo("SignedIn[" + signedIn.session().id() + "]")
                .doesNotContain(signedIn.refreshToken());
    }

    @Test
    void aProofShownInALogGivesNothingAway() {
        assertThat(new Proof.Token("raw-token").toString()).doesNotContain("raw-token");
        assertThat(new Proof.Code("123456", byEmail(world.ada)).toString())
                .doesNotContain("123456")
                .doesNotContain("ada@example.com");
    }

    @Test
    void everySessionHasItsOwnIdAndToken() {
        var first = signedIn(open(tokenIn(world.aLetterToAda())));
        world.clock.elapse(Duration.ofMinutes(1));
        var second = signedIn(open(tokenIn(world.aLetterToAda())));

        assertThat(second.session().id()).isNotEqualTo(first.session().id());
        assertThat(second.refreshToken()).isNotEqualTo(first.refreshToken());
    }

    private Redemption open(String token) {
        return world.login.open(glow, Audience.PORTAL, new Proof.Token(token));
    }

    private Redemption openByCode(String digits, Claim claim) {
        return world.login.open(glow, Audience.PORTAL, new Proof.Code(digits, claim));
    }

    private void guessWrongly(int times) {
        for (int time = 0; time < times; time++) {
            assertRefused(openByCode("000000", byEmail(world.ada)), LinkInvalid.class);
        }
    }

    private static Redemption.SignedIn signedIn(Redemption redemption) {
        assertThat(redemption).isInstanceOf(Redemption.SignedIn.class);
        return (Redemption.SignedIn) redemption;
    }

    private static void assertRefused(Redemption redemption, Class<?> why) {
        assertThat(redemption)
                .isInstanceOfSatisfying(
                        Redemption.Refused.class,
                        refused -> assertThat(refused.why()).isInstanceOf(why));
    }
}
