package clinic.portal.core.client;

import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.Page;
import clinic.portal.core.shared.PageRequest;

public interface ClientNotes {
    /** The latest first. */
    Page<Note> of(ClinicId clinic, ClientId client, PageRequest page);

    /** @return as it can be read from now on */
    Note add(ClinicId clinic, ClientId client, NoteId id, String text, Note.Author author);

    /** False where the client has no such note. */
    boolean remove(ClinicId clinic, ClientId client, NoteId id);
}
