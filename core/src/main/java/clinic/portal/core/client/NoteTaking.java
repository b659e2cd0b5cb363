package clinic.portal.core.client;

import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.Ids;
import clinic.portal.core.shared.NoSuchThing;
import clinic.portal.core.shared.Page;
import clinic.portal.core.shared.PageRequest;
import clinic.portal.core.shared.Right;
import clinic.portal.core.shared.Viewer;

/** What the staff write about a client, never shown to them but in what they are given of all that is known of them. */
public class NoteTaking {
    private final ClientNotes notes;
    private final Clients clients;
    private final Ids ids;

    public NoteTaking(ClientNotes notes, Clients clients, Ids ids) {
        this.notes = notes;
        this.clients = clients;
        this.ids = ids;
    }

    public Page<Note> list(Viewer.Staff viewer, ClientId client, PageRequest page) {
        return notes.of(viewer.clinic(), require(viewer.may(Right.CLIENTS_READ), client), page);
    }

    public Note write(Viewer.Staff viewer, ClientId client, String text) {
        require(viewer.may(Right.CLIENT_NOTES), client);
        return notes.add(viewer.clinic(), client, new NoteId(ids.next()), text, Note.Author.of(viewer));
    }

    public void remove(Viewer.Staff viewer, ClientId client, NoteId note) {
        if (!notes.remove(viewer.may(Right.CLIENT_NOTES).clinic(), client, note)) {
            throw new NoSuchThing();
        }
    }

    private ClientId require(Viewer.Staff viewer, ClientId client) {
        return clients.find(viewer.clinic(), client)
                .orElseThrow(NoSuchThing::new)
                .id();
    }
}
