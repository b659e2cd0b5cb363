package clinic.portal.core.login;

import static clinic.portal.core.fixtures.World.byEmail;
import static clinic.portal.core.fixtures.World.byPhone;
import static clinic.portal.core.fixtures.World.tokenIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import clinic.portal.core.client.Profile;
import clinic.portal.core.clinic.Channels;
import clinic.portal.core.clinic.Clinic;
import clinic.portal.core.fixtures.Fixtures;
import clinic.portal.core.fixtures.World;
import clinic.portal.core.login.LinkRequests.Outcome;
import clinic.portal.core.messaging.Delivery;
import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.Invalid;
import clinic.portal.core.shared.Invalid.Violation;
import clinic.portal.core.shared.NoSuchThing;
import clinic.portal.core.shared.PhoneNumber;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoginLinksTest {
    private final World world = Fixtures.glow();
    private final ClinicId glow = world.glow.id();

    @Test
    void whoAsksByEmailGetsALetterWithLinkAndCode() {
        askByEmail(world.ada);

        assertThat(world.sender.letters()).hasSize(1);
        var letter = world.sender.last();
        assertThat(letter.clinic()).isEqualTo(world.glow);
        assertThat(letter.to()).isEqualTo(new Identifier.Email(world.ada.email()));
        assertThat(letter.name()).isEqualTo("Ada Client");
        assertThat(letter.locale()).isEqualTo(world.glow.locale());
        assertThat(letter.life()).isEqualTo(Duration.ofMinutes(10));
        assertThat(letter.code()).matches("[0-9]{6}");
        assertThat(tokenIn(letter)).hasSize(43);
        assertThat(letter.link()).isEqualTo(URI.create("https://portal.example/glow/login#t=" + tokenIn(letter)));
        assertThat(outcome()).isEqualTo(Outcome.SENT);
    }

    @Test
    void whoAsksByPhoneGetsTheirLetterThere() {
        askByPhone(world.ada);

        assertThat(world.sender.last().to()).isEqualTo(new Identifier.Phone(world.ada.phone()));
    }

    @Test
    void howAnAddressIsTypedDoesNotMatter() {
        world.loginLinks.ask(glow, Audience.PORTAL, new Claim("  ADA@Example.com ", null));
        world.loginLinks.ask(glow, Audience.PORTAL, new Claim(null, "07700 900012"));

        assertThat(world.sender.letters()).extracting(LoginLetter::name).containsExactly("Ada Client", "Ben Client");
    }

    @Test
    void staffGetALinkToTheirOwnDoor() {
        askAsOlga();

        assertThat(world.sender.last().link().toString()).startsWith("https://staff.example/glow/login#t=");
        assertThat(world.sender.last().name()).isEqualTo("Olga Staff");
    }

    @Test
    void aLetterShownInALogGivesNothingAway() {
        var letter = world.aLetterToAda();

        assertThat(letter.toString()).isEqualTo("LoginLetter[" + letter.id().value() + "]");
    }

    @Test
    void nobodyIsToldThatAnAddressIsUnknown() {
        world.loginLinks.ask(glow, Audience.PORTAL, new Claim("nobody@example.com", null));

        assertHeldBack(HoldReason.UNKNOWN_RECIPIENT);
        assertThat(world.watch.held().getFirst().clinic()).isEqualTo(glow);
        assertThat(world.watch.held().getFirst().identifier().value()).isEqualTo("nobody@example.com");
    }

    @Test
    void aClientOfAnotherClinicIsUnknownHere() {
        askByEmail(world.cleo);

        assertHeldBack(HoldReason.UNKNOWN_RECIPIENT);
    }

    @Test
    void whoOptedOutGetsNothing() {
        world.recipients.optOut(glow, new Identifier.Email(world.ada.email()));

        askByEmail(world.ada);

        assertHeldBack(HoldReason.OPTED_OUT);
    }

    @Test
    void aPortalThatIsOffCannotBeAsked() {
        world.clinics.put(Fixtures.switchedOff(world.glow));

        assertThatThrownBy(() -> askByEmail(world.ada)).isInstanceOf(NoSuchThing.class);
        assertThat(world.links.ids(glow)).isEmpty();
    }

    @Test
    void staffGetInThoughThePortalIsOff() {
        world.clinics.put(Fixtures.switchedOff(world.glow));

        askAsOlga();

        assertThat(world.sender.letters()).hasSize(1);
    }

    @Test
    void aClinicThatIsNotThereCannotBeAsked() {
        var nowhere = new ClinicId(Fixtures.uuid(99));

        assertThatThrownBy(() -> world.loginLinks.ask(nowhere, Audience.STAFF, byEmail(world.ada)))
                .isInstanceOf(NoSuchThing.class);
    }

    @Test
    void aClaimOfNothingNamesWhatIsMissing() {
        assertThat(violationsOf(new Claim(null, null))).containsExactly("identifier_required");
    }

    @Test
    void aClaimOfBothIsRefused() {
        assertThat(violationsOf(new Claim("ada@example.com", "+447700900011"))).containsExactly("one_identifier_only");
    }

    @Test
    void allThatIsWrongIsNamedAtOnce() {
        var refused = catchThrowableOfType(
                Invalid.class, () -> world.loginLinks.ask(glow, Audience.PORTAL, new Claim("at", "none")));

        assertThat(refused.violations())
                .extracting(Violation::pointer, Violation::code)
                .containsExactly(
                        tuple("", "one_identifier_only"),
                        tuple("/email", "invalid_email"),
                        tuple("/phone", "invalid_phone"));
        assertThat(refused.violations())
                .allSatisfy(violation -> assertThat(violation.detail()).isNotBlank());
    }

    @Test
    void aSecondLinkWithinAMinuteIsHeldBack() {
        askByEmail(world.ada);
        world.clock.elapse(Duration.ofSeconds(59));

        askByEmail(world.ada);

        assertThat(world.watch.reasons()).containsExactly(HoldReason.TOO_SOON);
        assertThat(world.sender.letters()).hasSize(1);
    }

    @Test
    void aSecondLinkAfterAMinuteGoesOut() {
        askByEmail(world.ada);
        world.clock.elapse(Duration.ofSeconds(60));

        askByEmail(world.ada);

        assertThat(world.sender.letters()).hasSize(2);
    }

    @Test
    void heldBackLinksDoNotCountAgainstTheNext() {
        askByEmail(world.ada);
        world.clock.elapse(Duration.ofSeconds(59));
        askByEmail(world.ada);
        world.clock.elapse(Duration.ofSeconds(1));

        askByEmail(world.ada);

        assertThat(world.sender.letters()).hasSize(2);
    }

    @Test
    void theSixthLinkWithinAnHourIsHeldBack() {
        askEveryMinute(5);

        askByEmail(world.ada);

        assertThat(world.sender.letters()).hasSize(5);
        assertHeldBackAfterwards(HoldReason.TOO_MANY_THIS_HOUR);
    }

    @Test
    void theSixthLinkGoesOutOnceTheFirstIsAnHourOld() {
        askEveryMinute(5);
        world.clock.elapse(Duration.ofMinutes(55));

        askByEmail(world.ada);

        assertThat(world.sender.letters()).hasSize(6);
    }

    @Test
    void theClinicsSmsOfADayAreLimited() {
        for (int number = 1000; number < 1200; number++) {
            askByPhone(clientByPhone(number));
        }
        assertThat(world.sender.letters()).hasSize(200);

        askByPhone(world.ada);

        assertThat(world.sender.letters()).hasSize(200);
        assertHeldBackAfterwards(HoldReason.CLINIC_SMS_LIMIT);

        askByEmail(world.ada);
        assertThat(world.sender.letters()).hasSize(201);
    }

    @ParameterizedTest
    @CsvSource({"+442079460000", "+491701234567", "+12025550123", "+33612345678", "+810312345678"})
    void onlyMobilesOfTheClinicsOwnRegionsGetSms(String number) {
        world.profiles.put(glow, client(900, number));

        world.loginLinks.ask(glow, Audience.PORTAL, new Claim(null, number));

        assertHeldBack(HoldReason.NUMBER_NOT_ALLOWED);
    }

    @Test
    void aClinicMayAllowMoreRegions() {
        var glowAbroad = withRegions(Set.of("GB", "DE"));
        world.clinics.put(glowAbroad);
        world.profiles.put(glow, client(900, "+491701234567"));

        world.loginLinks.ask(glow, Audience.PORTAL, new Claim(null, "+491701234567"));

        assertThat(world.sender.letters()).hasSize(1);
    }

    @Test
    void theFarEndDownNowGetsTheSameLetterLater() {
        world.sender.willAnswer(new Delivery.TryLater("busy"), new Delivery.TryLater("busy"));
        askByEmail(world.ada);
        world.clock.elapse(Duration.ofMinutes(4));
        world.queue.retry();
        world.clock.elapse(Duration.ofMinutes(4));
        world.queue.retry();

        assertThat(world.sender.letters()).hasSize(3);
        assertThat(Set.copyOf(world.sender.letters())).hasSize(1);
        assertThat(outcome()).isEqualTo(Outcome.SENT);
    }

    @Test
    void aLinkThatExpiredBeforeSendingIsGivenUp() {
        world.sender.willAnswer(new Delivery.TryLater("busy"));
        askByEmail(world.ada);
        world.clock.elapse(Duration.ofMinutes(10));

        world.queue.retry();

        assertThat(world.sender.letters()).hasSize(1);
        assertThat(outcome()).isEqualTo(Outcome.GAVE_UP);
        assertThat(reason()).isEqualTo("expired before it could be sent");
    }

    @Test
    void aLinkWhoseKeyWasRetiredBeforeSendingIsGivenUp() {
        world.sender.willAnswer(new Delivery.TryLater("busy"));
        askByEmail(world.ada);
        world.secrets.retireKey();

        world.queue.retry();

        assertThat(world.sender.letters()).hasSize(1);
        assertThat(outcome()).isEqualTo(Outcome.GAVE_UP);
    }

    @Test
    void aClientErasedBeforeTheSecondAttemptGetsNoLetter() {
        world.sender.willAnswer(new Delivery.TryLater("busy"));
        askByEmail(world.ada);
        world.profiles.erase(glow, world.ada.id());

        world.queue.retry();

        assertThat(world.sender.letters()).hasSize(1);
        assertHeldBackAfterwards(HoldReason.UNKNOWN_RECIPIENT);
    }

    @Test
    void whoOptsOutBeforeTheSecondAttemptGetsNoLetter() {
        world.sender.willAnswer(new Delivery.TryLater("busy"));
        askByEmail(world.ada);
        world.recipients.optOut(glow, new Identifier.Email(world.ada.email()));

        world.queue.retry();

        assertThat(world.sender.letters()).hasSize(1);
        assertHeldBackAfterwards(HoldReason.OPTED_OUT);
    }

    @Test
    void aPortalSwitchedOffBeforeTheSecondAttemptSendsNoLetter() {
        world.sender.willAnswer(new Delivery.TryLater("busy"));
        askByEmail(world.ada);
        world.clinics.put(Fixtures.switchedOff(world.glow));

        world.queue.retry();

        assertThat(world.sender.letters()).hasSize(1);
        assertHeldBackAfterwards(HoldReason.PORTAL_OFF);
    }

    @Test
    void aSecondAttemptIsNotHeldBackByItsOwnFirst() {
        world.sender.willAnswer(new Delivery.TryLater("busy"));
        askByEmail(world.ada);

        world.queue.retry();

        assertThat(world.watch.held()).isEmpty();
        assertThat(world.sender.letters()).hasSize(2);
    }

    @Test
    void anUncertainDeliveryIsNotRepeated() {
        world.sender.willAnswer(new Delivery.Unknown("time-out"));
        askByEmail(world.ada);

        world.queue.retry();

        assertThat(world.sender.letters()).hasSize(1);
        assertThat(outcome()).isEqualTo(Outcome.UNCERTAIN);
        assertThat(reason()).isEqualTo("time-out");
    }

    @Test
    void aRejectedDeliveryIsNotRepeated() {
        world.sender.willAnswer(new Delivery.Rejected("no such mailbox"));
        askByEmail(world.ada);

        world.queue.retry();

        assertThat(world.sender.letters()).hasSize(1);
        assertThat(outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(reason()).isEqualTo("no such mailbox");
    }

    @Test
    void aLinkAlreadySentIsNotSentAgain() {
        var letter = world.aLetterToAda();

        assertThat(world.linkDelivery.deliver(glow, letter.id())).isFalse();

        assertThat(world.sender.letters()).hasSize(1);
    }

    @Test
    void onlyDeliveriesPutOffAreToBeTriedAgain() {
        var link = world.aLetterToAda().id();

        assertThat(world.loginLinks.conclude(glow, link, new Delivery.TryLater("busy")))
                .isTrue();
        assertThat(world.loginLinks.conclude(glow, link, new Delivery.Sent("ref")))
                .isFalse();
        assertThat(world.loginLinks.conclude(glow, link, new Delivery.Unknown("?")))
                .isFalse();
        assertThat(world.loginLinks.conclude(glow, link, new Delivery.Rejected("no")))
                .isFalse();
    }

    @Test
    void aDeliveryThatWentWellIsNotToBeTriedAgain() {
        assertThat(world.linkDelivery.deliver(glow, aRequestNotYetDelivered())).isFalse();

        assertThat(world.sender.letters()).hasSize(1);
    }

    @Test
    void whatIsSealedIsTiedToItsClinicAndRequest() {
        world.sender.willAnswer(new Delivery.TryLater("busy"));
        askByEmail(world.ada);

        var letter = world.sender.last();
        var sealed = world.links.take(glow, letter.id()).orElseThrow().armed().sealed();
        var context = "login-link " + glow.value() + " " + letter.id().value();
        assertThat(world.secrets.open(sealed, context)).contains(tokenIn(letter) + letter.code());
    }

    @Test
    void aPutOffDeliveryIsSaidToBe() {
        var waiting = aRequestNotYetDelivered();
        world.sender.willAnswer(new Delivery.TryLater("busy"));

        assertThat(world.linkDelivery.deliver(glow, waiting)).isTrue();
    }

    @Test
    void aRequestTenMinutesOldIsStillAnswered() {
        var waiting = aRequestNotYetDelivered();
        world.clock.elapse(Duration.ofMinutes(10));

        world.linkDelivery.deliver(glow, waiting);

        assertThat(world.sender.letters()).hasSize(1);
    }

    @Test
    void aRequestOlderThanThatIsNot() {
        var waiting = aRequestNotYetDelivered();
        world.clock.elapse(Duration.ofMinutes(10).plusMillis(1));

        world.linkDelivery.deliver(glow, waiting);

        assertHeldBackAfterwards(HoldReason.TOO_LATE);
        assertThat(world.sender.letters()).isEmpty();
    }

    @Test
    void aPortalSwitchedOffSinceTheAskingSendsNoLetter() {
        var waiting = aRequestNotYetDelivered();
        world.clinics.put(Fixtures.switchedOff(world.glow));

        world.linkDelivery.deliver(glow, waiting);

        assertHeldBackAfterwards(HoldReason.PORTAL_OFF);
        assertThat(world.sender.letters()).isEmpty();
    }

    @Test
    void requestsAreForgottenAfterTwoDays() {
        world.aLetterToAda();
        world.clock.elapse(Duration.ofDays(2));
        assertThat(world.loginLinks.tidy(glow)).isZero();

        world.clock.elapse(Duration.ofSeconds(1));

        assertThat(world.loginLinks.tidy(glow)).isEqualTo(1);
        assertThat(world.links.ids(glow)).isEmpty();
    }

    @Test
    void noTwoLinksAreAlike() {
        askByEmail(world.ada);
        askByEmail(world.ben);

        var letters = world.sender.letters();
        assertThat(letters).extracting(LoginLetter::link).doesNotHaveDuplicates();
        assertThat(letters).extracting(LoginLetter::code).doesNotHaveDuplicates();
        assertThat(letters).extracting(LoginLetter::id).doesNotHaveDuplicates();
    }

    private void askByEmail(Profile client) {
        world.loginLinks.ask(glow, Audience.PORTAL, byEmail(client));
    }

    private void askByPhone(Profile client) {
        world.loginLinks.ask(glow, Audience.PORTAL, byPhone(client));
    }

    private void askAsOlga() {
        world.loginLinks.ask(glow, Audience.STAFF, new Claim(world.olga.email().value(), null));
    }

    private void askEveryMinute(int times) {
        for (int time = 0; time < times; time++) {
            askByEmail(world.ada);
            world.clock.elapse(Duration.ofMinutes(1));
        }
    }

    /** As if the asking had committed and no instance had come to deliver yet. */
    private LinkId aRequestNotYetDelivered() {
        var id = new LinkId(world.ids.next());
        world.links.add(glow, id, Audience.PORTAL, new Identifier.Email(world.ada.email()));
        return id;
    }

    @Test
    void whereTheClinicSendsNoSmsLinksGoOutByEmailAlone() {
        world.clinics.put(Fixtures.sendingBy(world.glow, new Channels(false, false)));

        askByPhone(world.ada);
        assertHeldBack(HoldReason.SMS_OFF);

        askByEmail(world.ada);
        assertThat(world.sender.letters()).hasSize(1);
    }

    @Test
    void aLinkThatWaitedToBeSentBySmsIsHeldBackOnceTheClinicSendsNone() {
        world.sender.willAnswer(new Delivery.TryLater("busy"));
        askByPhone(world.ada);
        world.clinics.put(Fixtures.sendingBy(world.glow, new Channels(true, false)));

        world.queue.retry();

        assertHeldBackAfterwards(HoldReason.SMS_OFF);
    }

    private Profile clientByPhone(int number) {
        var client = Fixtures.aClient(number, "Client" + number);
        world.profiles.put(glow, client);
        return client;
    }

    private static Profile client(long number, String phone) {
        return new Profile(new ClientId(Fixtures.uuid(number)), "Abroad", null, new PhoneNumber(phone));
    }

    private Clinic withRegions(Set<String> regions) {
        var g = world.glow;
        return new Clinic(
                g.id(),
                g.slug(),
                g.name(),
                g.colour(),
                g.logo(),
                g.contact(),
                g.zone(),
                g.locale(),
                g.currency(),
                g.country(),
                regions,
                g.portalOn(),
                g.bookingOn(),
                g.channels());
    }

    private List<String> violationsOf(Claim claim) {
        return catchThrowableOfType(Invalid.class, () -> world.loginLinks.ask(glow, Audience.PORTAL, claim))
                .violations()
                .stream()
                .map(Violation::code)
                .toList();
    }

    private void assertHeldBack(HoldReason reason) {
        assertThat(world.sender.letters()).isEmpty();
        assertHeldBackAfterwards(reason);
    }

    private void assertHeldBackAfterwards(HoldReason reason) {
        assertThat(world.watch.reasons()).containsExactly(reason);
        assertThat(outcome()).isEqualTo(Outcome.HELD_BACK);
        assertThat(reason()).isEqualTo(reason.name());
    }

    private Outcome outcome() {
        return world.links.outcomeOf(glow, world.links.ids(glow).getLast()).orElseThrow();
    }

    private String reason() {
        return world.links.reasonOf(glow, world.links.ids(glow).getLast()).orElseThrow();
    }
}
