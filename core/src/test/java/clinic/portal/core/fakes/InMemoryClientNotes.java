package clinic.portal.core.fakes;

import clinic.portal.core.client.ClientNotes;
import clinic.portal.core.client.Note;
import clinic.portal.core.client.Note.Author;
import clinic.portal.core.client.NoteId;
import clinic.portal.core.clinic.Clinic;
import clinic.portal.core.clinic.Clinics;
import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.Page;
import clinic.portal.core.shared.PageRequest;
import clinic.portal.core.shared.StaffId;
import clinic.portal.core.staff.Member;
import clinic.portal.core.staff.Members;
import java.time.Clock;
import java.time.ZoneId;

public final class InMemoryClientNotes implements ClientNotes {
    private final Owned<Note> notes = new Owned<>();
    private final Members members;
    private final Clinics clinics;
    private final Clock clock;

    public InMemoryClientNotes(Members members, Clinics clinics, Clock clock) {
        this.members = members;
        this.clinics = clinics;
        this.clock = clock;
    }

    @Override
    public Page<Note> of(ClinicId clinic, ClientId client, PageRequest page) {
        return Keyset.descending(notes.of(clinic, client), page, Note::cursor);
    }

    @Override
    public Note add(ClinicId clinic, ClientId client, NoteId id, String text, Author author) {
        String name =
                members.find(clinic, new StaffId(author.id())).map(Member::name).orElse(null);
        var zone = clinics.find(clinic).map(Clinic::zone).orElse(ZoneId.of("UTC"));
        var note = new Note(id, text, new Author(author.kind(), author.id(), name), clock.instant(), zone);
        notes.add(clinic, client, note);
        return note;
    }

    @Override
    public boolean remove(ClinicId clinic, ClientId client, NoteId id) {
        boolean there = notes.of(clinic, client).anyMatch(note -> note.id().equals(id));
        if (there) {
            notes.removeIf(note -> note.id().equals(id));
        }
        return there;
    }

    /** What was the one's is the other's. */
    void handOver(ClinicId clinic, ClientId from, ClientId to) {
        notes.of(clinic, from).toList().forEach(note -> {
            remove(clinic, from, note.id());
            notes.add(clinic, to, note);
        });
    }

    void forget(ClinicId clinic, ClientId client) {
        notes.of(clinic, client).toList().forEach(note -> remove(clinic, client, note.id()));
    }
}
