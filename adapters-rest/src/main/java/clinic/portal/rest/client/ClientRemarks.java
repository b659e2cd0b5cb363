package clinic.portal.rest.client;

import clinic.portal.core.client.ClientRecords;
import clinic.portal.core.client.NoteId;
import clinic.portal.core.client.NoteTaking;
import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.PageRequest;
import clinic.portal.core.shared.Viewer;
import clinic.portal.rest.api.model.ClientNote;
import clinic.portal.rest.api.model.ClientNoteInput;
import clinic.portal.rest.api.model.ClientNotePage;
import clinic.portal.rest.api.model.TimelinePage;
import clinic.portal.rest.shared.Cursors;
import clinic.portal.rest.shared.Once;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** What is noted of clients, and what has happened with them. */
@Singleton
class ClientRemarks {
    private final NoteTaking notes;
    private final ClientRecords records;
    private final Once once;

    ClientRemarks(NoteTaking notes, ClientRecords records, Once once) {
        this.notes = notes;
        this.records = records;
        this.once = once;
    }

    ClientNotePage list(Viewer.Staff viewer, ClientId client, PageRequest request) {
        var page = notes.list(viewer, client, request);
        return new ClientNotePage(page.items().stream().map(ClientDtos::toDto).toList(), Cursors.write(page.next()));
    }

    ClientNote write(Viewer.Staff viewer, ClientId client, ClientNoteInput body, @Nullable String key) {
        return once.answer(
                viewer, key, body, ClientNote.class, () -> ClientDtos.toDto(notes.write(viewer, client, body.text())));
    }

    void remove(Viewer.Staff viewer, ClientId client, NoteId note) {
        notes.remove(viewer, client, note);
    }

    TimelinePage timeline(Viewer.Staff viewer, ClientId client, PageRequest request) {
        var page = records.timeline(viewer, client, request);
        return new TimelinePage(page.items().stream().map(ClientDtos::toDto).toList(), Cursors.write(page.next()));
    }
}
