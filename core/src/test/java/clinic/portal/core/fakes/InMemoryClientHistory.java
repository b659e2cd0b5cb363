package clinic.portal.core.fakes;

import clinic.portal.core.client.ClientHistory;
import clinic.portal.core.client.ClientNotes;
import clinic.portal.core.client.Clients;
import clinic.portal.core.client.Happening;
import clinic.portal.core.client.Happening.Kind;
import clinic.portal.core.client.Note;
import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.Page;
import clinic.portal.core.shared.PageRequest;
import java.util.Optional;

/** Knows of notes, and of nothing else that happens. */
public final class InMemoryClientHistory implements ClientHistory {
    private final Clients clients;
    private final ClientNotes notes;

    public InMemoryClientHistory(Clients clients, ClientNotes notes) {
        this.clients = clients;
        this.notes = notes;
    }

    @Override
    public Page<Happening> of(ClinicId clinic, ClientId client, PageRequest page) {
        var found = notes.of(clinic, client, page);
        return new Page<>(
                found.items().stream().map(InMemoryClientHistory::written).toList(), found.next());
    }

    @Override
    public Optional<String> everything(ClinicId clinic, ClientId client) {
        return clients.find(clinic, client)
                .map(found -> "{\"profile\": {\"client_id\": \"%s\", \"name\": \"%s\"}}"
                        .formatted(found.id().value(), found.details().name()));
    }

    private static Happening written(Note note) {
        return new Happening(
                note.id().value(), note.writtenAt(), note.zone(), Kind.NOTE, null, null, null, null, note.text(), null);
    }
}
