package clinic.portal.core.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import clinic.portal.core.client.ClientFile.Proven;
import clinic.portal.core.fixtures.ClientDesk;
import clinic.portal.core.fixtures.Fixtures;
import clinic.portal.core.fixtures.World;
import clinic.portal.core.login.LinkNotSendable;
import clinic.portal.core.messaging.Notice.Channel;
import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.EmailAddress;
import clinic.portal.core.shared.Invalid;
import clinic.portal.core.shared.NoSuchThing;
import clinic.portal.core.shared.Outdated;
import clinic.portal.core.shared.PageRequest;
import clinic.portal.core.shared.PhoneNumber;
import clinic.portal.core.shared.Role;
import clinic.portal.core.shared.RoleNotAllowed;
import clinic.portal.core.shared.SessionId;
import clinic.portal.core.shared.Viewer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientBookTest {
    private final World world = Fixtures.glow();
    private final ClientDesk desk = world.clientDesk;

    @Test
    void aNewClientIsThereFromThenOnWithTheirNumberAsTheWorldWritesIt() {
        var dora = desk.book.create(world.asRita(), draft(" Dora Winter ", "Dora@Example.com", "07700 900571"));

        assertThat(dora.details().name()).isEqualTo("Dora Winter");
        assertThat(dora.details().email()).isEqualTo(new EmailAddress("dora@example.com"));
        assertThat(dora.details().phone()).isEqualTo(new PhoneNumber("+447700900571"));
        assertThat(desk.book.show(world.asRita(), dora.id())).isEqualTo(dora);
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        assertThatThrownBy(() -> desk.book.create(world.asRita(), draft(" ", "nobody", "12")))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        refused -> assertThat(refused.violations())
                                .extracting(Invalid.Violation::pointer)
                                .containsExactly("/name", "/email", "/phone"));
    }

    /** Java writes these back as something that is no language tag of ours. */
    @ParameterizedTest
    @ValueSource(strings = {"zh-min", "cel-gaulish", "xx", "en-QQ"})
    void aLanguageThatThereIsNotIsRefused(String locale) {
        assertThatThrownBy(() ->
                        desk.book.create(world.asRita(), new ClientDraft("Dora", null, null, locale, false, false)))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        refused -> assertThat(refused.violations())
                                .extracting(Invalid.Violation::pointer, Invalid.Violation::code)
                                .containsExactly(tuple("/locale", "unknown_locale")));
    }

    @Test
    void whatAGuestTypedIsVouchedForOnceTheStaffSendItUnlessItIsAnothers() {
        var guest = new ClientId(Fixtures.uuid(77));
        world.desk.guests.add(
                world.glow.id(), guest, "D", new EmailAddress("d@example.com"), new PhoneNumber("+447700900577"));
        assertThat(desk.book.show(world.asRita(), guest).proven()).isEqualTo(new Proven(false, false));

        var vouched = desk.book.replace(world.asRita(), guest, 0, draft("Dora", "d@example.com", "+447700900577"));

        assertThat(vouched.proven()).isEqualTo(new Proven(true, true));
        assertThat(desk.book.show(world.asRita(), guest).proven()).isEqualTo(new Proven(true, true));

        var stranger = new ClientId(Fixtures.uuid(78));
        world.desk.guests.add(
                world.glow.id(), stranger, "S", new EmailAddress("ada@example.com"), new PhoneNumber("+447700900578"));
        assertThatThrownBy(() -> desk.book.replace(world.asRita(), stranger, 0, draft("S", "ada@example.com", null)))
                .isInstanceOf(EmailTaken.class);
    }

    @Test
    void anAddressOfAnotherClientIsTakenAndTheAnswerSaysByWhom() {
        assertThatThrownBy(() -> desk.book.create(world.asRita(), draft("Dora", "ada@example.com", null)))
                .isInstanceOfSatisfying(
                        EmailTaken.class,
                        refused -> assertThat(refused.facts())
                                .containsEntry("clientId", world.ada.id().value()));
        assertThatThrownBy(() -> desk.book.create(
                        world.asRita(), draft("Dora", null, world.ada.phone().value())))
                .isInstanceOf(PhoneTaken.class);
    }

    @Test
    void whatHasChangedMeanwhileIsNotOverwritten() {
        desk.book.replace(world.asRita(), world.ben.id(), 0, draft("Ben Brown", "ben@example.com", null));

        assertThatThrownBy(() -> desk.book.replace(world.asRita(), world.ben.id(), 0, draft("B", null, null)))
                .isInstanceOf(Outdated.class);
    }

    @Test
    void whoLosesAnAddressLosesTheSessionsItCouldHaveOpened() {
        var same = draft("Ben Brown", "ben@example.com", world.ben.phone().value());
        desk.book.replace(world.asRita(), world.ben.id(), 0, same);
        assertThat(desk.clients.shutOut()).isEmpty();

        desk.book.replace(world.asRita(), world.ben.id(), 1, draft("Ben Brown", "brown@example.com", null));
        assertThat(desk.clients.shutOut()).containsExactly(world.ben.id());
    }

    @Test
    void anotherClinicsClientIsNotThere() {
        assertThatThrownBy(() -> desk.book.show(world.asCarl(), world.ada.id())).isInstanceOf(NoSuchThing.class);
        assertThatThrownBy(() -> desk.noteTaking.write(world.asCarl(), world.ada.id(), "x"))
                .isInstanceOf(NoSuchThing.class);
        assertThatThrownBy(() -> desk.records.export(world.asCarl(), world.ada.id()))
                .isInstanceOf(NoSuchThing.class);
        assertThat(desk.book.list(world.asCarl(), "ada", PageRequest.first(5)).items())
                .isEmpty();
    }

    @Test
    void aNoteSaysWhoWroteIt() {
        var note = desk.noteTaking.write(world.asRita(), world.ada.id(), "Prefers the back door");

        assertThat(note.author().id()).isEqualTo(world.rita.id().value());
        assertThat(note.author().name()).isEqualTo(world.rita.name());
        assertThat(desk.records
                        .timeline(world.asRita(), world.ada.id(), PageRequest.first(5))
                        .items())
                .extracting(Happening::kind)
                .containsExactly(Happening.Kind.NOTE);
    }

    @Test
    void nobodyIsMergedIntoThemselvesOrErasedBySlip() {
        assertThatThrownBy(() -> desk.clearing.merge(world.asOlga(), world.ada.id(), world.ada.id()))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> desk.clearing.erase(world.asOlga(), world.ada.id(), "Ben Client"))
                .isInstanceOf(Invalid.class);

        desk.clearing.erase(world.asOlga(), world.ada.id(), "Ada Client");

        assertThatThrownBy(() -> desk.book.show(world.asOlga(), world.ada.id())).isInstanceOf(NoSuchThing.class);
    }

    @Test
    void theReceptionNeitherMergesNorErasesNorExportsAndPractitionersChangeNothing() {
        assertThatThrownBy(() -> desk.clearing.merge(world.asRita(), world.ada.id(), world.ben.id()))
                .isInstanceOf(RoleNotAllowed.class);
        assertThatThrownBy(() -> desk.clearing.erase(world.asRita(), world.ada.id(), "Ada Client"))
                .isInstanceOf(RoleNotAllowed.class);
        assertThatThrownBy(() -> desk.records.export(world.asRita(), world.ada.id()))
                .isInstanceOf(RoleNotAllowed.class);
        var practitioner = new Viewer.Member(
                world.glow.id(), world.rita.id(), new SessionId(Fixtures.uuid(9)), Role.PRACTITIONER, false);
        assertThatThrownBy(() -> desk.book.create(practitioner, draft("D", null, null)))
                .isInstanceOf(RoleNotAllowed.class);
        assertThatThrownBy(() -> desk.invitations.send(practitioner, world.ada.id(), Channel.EMAIL))
                .isInstanceOf(RoleNotAllowed.class);
    }

    @Test
    void theClientGetsTheirOwnLinkAndTheStaffHearWhyNot() {
        desk.invitations.send(world.asRita(), world.ada.id(), Channel.EMAIL);
        assertThat(world.sender.last().name()).isEqualTo(world.ada.name());

        var dora = desk.book.create(world.asRita(), draft("Dora", null, null));
        refused("no_such_address", () -> desk.invitations.send(world.asRita(), dora.id(), Channel.SMS));
        var frank = desk.book.create(world.asRita(), draft("Frank", null, "+33612345678"));
        refused("number_not_allowed", () -> desk.invitations.send(world.asRita(), frank.id(), Channel.SMS));
        world.recipients.optOut(world.glow.id(), new clinic.portal.core.login.Identifier.Email(world.ben.email()));
        refused("opted_out", () -> desk.invitations.send(world.asRita(), world.ben.id(), Channel.EMAIL));
        world.clinics.put(Fixtures.switchedOff(world.glow));
        refused("portal_off", () -> desk.invitations.send(world.asRita(), world.ada.id(), Channel.EMAIL));
    }

    private static void refused(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        LinkNotSendable.class, why -> assertThat(why.code()).isEqualTo(code));
    }

    private static ClientDraft draft(String name, @Nullable String email, @Nullable String phone) {
        return new ClientDraft(name, email, phone, null, false, false);
    }
}
