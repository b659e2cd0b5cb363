package clinic.portal.core.contracts;

import static clinic.portal.core.fixtures.Fixtures.LONDON;
import static clinic.portal.core.fixtures.Fixtures.NOW;
import static clinic.portal.core.fixtures.Fixtures.uuid;
import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.core.client.ClientFile;
import clinic.portal.core.client.ClientFile.Details;
import clinic.portal.core.client.ClientFile.Proven;
import clinic.portal.core.client.ClientNotes;
import clinic.portal.core.client.ClientRemovals;
import clinic.portal.core.client.Clients;
import clinic.portal.core.client.Guests;
import clinic.portal.core.client.Note;
import clinic.portal.core.client.Note.Author;
import clinic.portal.core.client.NoteId;
import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.EmailAddress;
import clinic.portal.core.shared.PageRequest;
import clinic.portal.core.shared.PhoneNumber;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Clients and what is noted of them. The clinics are in London, and have no clients yet. */
public abstract class ClientsContract {
    private static final Author PROGRAM = new Author(Note.Kind.KEY, uuid(99), null);

    protected abstract Clients clients();

    protected abstract ClientNotes notes();

    protected abstract ClientRemovals removals();

    protected abstract Guests guests();

    protected abstract ClinicId clinic();

    protected abstract ClinicId otherClinic();

    @Test
    void whoWasAddedIsThereAtTheirClinic() {
        var dora = file(71, "Dora Winter", "dora@example.com", "+447700900571");
        clients().add(clinic(), dora);

        assertThat(clients().find(clinic(), dora.id())).map(ClientFile::details).contains(dora.details());
        assertThat(clients().find(otherClinic(), dora.id())).isEmpty();
        assertThat(names(null)).containsExactly("Dora Winter");
    }

    @Test
    void whatIsWrittenFromAnOldVersionIsNotWritten() {
        var dora = add(71, "Dora Winter", "dora@example.com", null);
        var first = changed(dora, 1, new Details("Dora Summer", null, null, Locale.FRANCE, true, false));

        assertThat(clients().replace(clinic(), first)).isTrue();
        assertThat(clients().replace(clinic(), first)).isFalse();
        assertThat(clients().replace(otherClinic(), changed(dora, 2, dora.details())))
                .isFalse();

        var found = clients().find(clinic(), dora.id()).orElseThrow();
        assertThat(found.details()).isEqualTo(first.details());
        assertThat(found.version()).isEqualTo(1);
    }

    @Test
    void anAddressIsHeldByWhoeverTheClinicEnteredWithIt() {
        var dora = add(71, "Dora Winter", "dora@example.com", "+447700900571");

        assertThat(clients().holderOf(clinic(), new EmailAddress("dora@example.com")))
                .contains(dora.id());
        assertThat(clients().holderOf(clinic(), new PhoneNumber("+447700900571")))
                .contains(dora.id());
        assertThat(clients().holderOf(clinic(), new EmailAddress("eve@example.com")))
                .isEmpty();
        assertThat(clients().holderOf(otherClinic(), new EmailAddress("dora@example.com")))
                .isEmpty();
    }

    @Test
    void allWordsMustMatchAndEachByItsBeginning() {
        add(71, "Dora Winter", "dw@example.com", "+447700900571");
        add(72, "Dorothea Summer", "summer@example.com", "+447700900572");
        add(73, "Wim Dorn", null, null);

        assertThat(names("dor")).containsExactly("Dora Winter", "Dorothea Summer", "Wim Dorn");
        assertThat(names("dor w")).containsExactly("Dora Winter", "Wim Dorn");
        assertThat(names("summer@ex")).containsExactly("Dorothea Summer");
        assertThat(names("0571")).containsExactly("Dora Winter");
        assertThat(names("inter")).isEmpty();
    }

    @Test
    void pagesFollowEachOtherByName() {
        for (int i = 0; i < 7; i++) {
            add(70 + i, "Dora Number" + (7 - i), null, null);
        }

        for (@Nullable String search : new @Nullable String[] {null, "dora", "dora n"}) {
            var all = ClientDataSetting.walk(3, page -> clients().list(clinic(), search, page)).stream()
                    .map(each -> each.details().name())
                    .toList();
            assertThat(all).hasSize(7).isSorted();
        }
    }

    @Test
    void notesAreReadTheLatestFirstAndTakenAway() {
        var dora = add(71, "Dora Winter", null, null);
        var other = add(72, "Eve Summer", null, null);
        var first = notes().add(clinic(), dora.id(), new NoteId(uuid(81)), "First", PROGRAM);
        notes().add(clinic(), dora.id(), new NoteId(uuid(82)), "Second", PROGRAM);

        assertThat(first.author()).isEqualTo(PROGRAM);
        assertThat(first.zone()).isEqualTo(LONDON);
        assertThat(texts(dora.id())).containsExactly("Second", "First");
        assertThat(texts(other.id())).isEmpty();
        assertThat(notes().remove(clinic(), other.id(), first.id())).isFalse();
        assertThat(notes().remove(otherClinic(), dora.id(), first.id())).isFalse();
        assertThat(notes().remove(clinic(), dora.id(), first.id())).isTrue();
        assertThat(texts(dora.id())).containsExactly("Second");
    }

    @Test
    void ofTwoThatAreMergedOneIsLeftWithWhatBothHad() {
        var kept = add(71, "Dora Winter", "dora@example.com", null);
        var duplicate = add(72, "D Winter", "dw@example.com", "+447700900572");
        notes().add(clinic(), duplicate.id(), new NoteId(uuid(81)), "Likes tea", PROGRAM);

        assertThat(removals().merge(clinic(), kept.id(), duplicate.id())).isTrue();

        var found = clients().find(clinic(), kept.id()).orElseThrow();
        assertThat(found.details().email()).isEqualTo(new EmailAddress("dora@example.com"));
        assertThat(found.details().phone()).isEqualTo(new PhoneNumber("+447700900572"));
        assertThat(found.version()).isEqualTo(1);
        assertThat(texts(kept.id())).containsExactly("Likes tea");
        assertThat(clients().find(clinic(), duplicate.id())).isEmpty();
        assertThat(names(null)).containsExactly("Dora Winter");
        assertThat(clients().holderOf(clinic(), new EmailAddress("dw@example.com")))
                .isEmpty();
        assertThat(removals().merge(clinic(), kept.id(), duplicate.id())).isFalse();
        assertThat(removals().merge(clinic(), duplicate.id(), kept.id())).isFalse();
    }

    /** Else a login link could go to whatever somebody typed. */
    @Test
    void mergedIntoAGuestAProvenAddressTakesThePlaceOfWhatTheGuestTyped() {
        var guest = guest(71, "typed@example.com", "+447700900571");
        var real = add(72, "Dora Winter", "dora@example.com", null);

        removals().merge(clinic(), guest, real.id());

        var found = clients().find(clinic(), guest).orElseThrow();
        assertThat(found.details().email()).isEqualTo(new EmailAddress("dora@example.com"));
        assertThat(found.details().phone()).isEqualTo(new PhoneNumber("+447700900571"));
        assertThat(found.proven()).isEqualTo(new Proven(true, false));
    }

    @Test
    void whatAGuestTypedIsNotProvenByBeingMergedIntoSomebodyWhoIs() {
        var real = add(71, "Dora Winter", "dora@example.com", null);
        var guest = guest(72, "typed@example.com", "+447700900571");

        removals().merge(clinic(), real.id(), guest);

        var found = clients().find(clinic(), real.id()).orElseThrow();
        assertThat(found.details().email()).isEqualTo(new EmailAddress("dora@example.com"));
        assertThat(found.proven()).isEqualTo(new Proven(true, false));
    }

    @Test
    void theSameAddressIsProvenWhereOneOfTheTwoHadProvenIt() {
        var guest = guest(71, "dora@example.com", "+447700900571");
        var real = add(72, "Dora Winter", "dora@example.com", "+447700900571");

        removals().merge(clinic(), guest, real.id());

        assertThat(clients().find(clinic(), guest).orElseThrow().proven()).isEqualTo(new Proven(true, true));
    }

    @Test
    void whatAGuestTypedIsNobodysUntilTheStaffWriteItAgain() {
        var guest = guest(71, "dora@example.com", "+447700900571");
        var typed = clients().find(clinic(), guest).orElseThrow();
        assertThat(typed.proven()).isEqualTo(new Proven(false, false));
        assertThat(clients().holderOf(clinic(), new EmailAddress("dora@example.com")))
                .isEmpty();

        var vouched = new Proven(true, true);
        var again = new ClientFile(guest, typed.details(), vouched, typed.createdAt(), typed.zone(), 1);
        assertThat(clients().replace(clinic(), again)).isTrue();

        assertThat(clients().find(clinic(), guest).orElseThrow().proven()).isEqualTo(vouched);
        assertThat(clients().holderOf(clinic(), new EmailAddress("dora@example.com")))
                .contains(guest);
    }

    @Test
    void anotherClinicsClientsAreNeitherMergedNorErased() {
        var kept = add(71, "Dora Winter", null, null);
        var duplicate = add(72, "D Winter", null, null);

        assertThat(removals().merge(otherClinic(), kept.id(), duplicate.id())).isFalse();
        assertThat(removals().erase(otherClinic(), kept.id(), NOW)).isFalse();

        assertThat(names(null)).containsExactly("D Winter", "Dora Winter");
    }

    @Test
    void whoIsErasedIsGoneAndTheirAddressIsFree() {
        var dora = add(71, "Dora Winter", "dora@example.com", "+447700900571");
        notes().add(clinic(), dora.id(), new NoteId(uuid(81)), "Likes tea", PROGRAM);

        assertThat(removals().erase(clinic(), dora.id(), NOW)).isTrue();

        assertThat(clients().find(clinic(), dora.id())).isEmpty();
        assertThat(names(null)).isEmpty();
        assertThat(names("dora")).isEmpty();
        assertThat(texts(dora.id())).isEmpty();
        assertThat(clients().holderOf(clinic(), new EmailAddress("dora@example.com")))
                .isEmpty();
        assertThat(removals().erase(clinic(), dora.id(), NOW)).isFalse();
    }

    private ClientFile add(long number, String name, @Nullable String email, @Nullable String phone) {
        var file = file(number, name, email, phone);
        clients().add(clinic(), file);
        return file;
    }

    private ClientId guest(long number, String email, String phone) {
        var id = new ClientId(uuid(number));
        guests().add(clinic(), id, "A Guest", new EmailAddress(email), new PhoneNumber(phone));
        return id;
    }

    private static ClientFile file(long number, String name, @Nullable String email, @Nullable String phone) {
        return new ClientFile(
                new ClientId(uuid(number)),
                new Details(
                        name,
                        email == null ? null : new EmailAddress(email),
                        phone == null ? null : new PhoneNumber(phone),
                        null,
                        false,
                        false),
                new Proven(email != null, phone != null),
                NOW,
                LONDON,
                0);
    }

    private static ClientFile changed(ClientFile from, int version, Details details) {
        var proven = new Proven(details.email() != null, details.phone() != null);
        return new ClientFile(from.id(), details, proven, from.createdAt(), from.zone(), version);
    }

    private List<String> names(@Nullable String search) {
        return clients().list(clinic(), search, PageRequest.first(20)).items().stream()
                .map(each -> each.details().name())
                .toList();
    }

    private List<String> texts(ClientId client) {
        return notes().of(clinic(), client, PageRequest.first(20)).items().stream()
                .map(Note::text)
                .toList();
    }
}
