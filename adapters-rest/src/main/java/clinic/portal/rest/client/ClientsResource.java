package clinic.portal.rest.client;

import clinic.portal.core.client.ClientBook;
import clinic.portal.core.client.ClientClearing;
import clinic.portal.core.client.NoteId;
import clinic.portal.core.login.Invitations;
import clinic.portal.core.messaging.Notice.Channel;
import clinic.portal.core.shared.ClientId;
import clinic.portal.rest.api.ClientsApi;
import clinic.portal.rest.api.model.ClientInput;
import clinic.portal.rest.api.model.ClientLoginLink;
import clinic.portal.rest.api.model.ClientNote;
import clinic.portal.rest.api.model.ClientNoteInput;
import clinic.portal.rest.api.model.ClientNotePage;
import clinic.portal.rest.api.model.ClientPage;
import clinic.portal.rest.api.model.MergeClients;
import clinic.portal.rest.api.model.StaffClient;
import clinic.portal.rest.api.model.TimelinePage;
import clinic.portal.rest.login.RecentSessions;
import clinic.portal.rest.shared.Cursors;
import clinic.portal.rest.shared.Versions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The clinic's clients, for the staff. */
@RunOnVirtualThread
public class ClientsResource implements ClientsApi {
    private final ClientBook book;
    private final ClientRemarks remarks;
    private final ClientClearing clearing;
    private final Invitations invitations;
    private final RecentSessions recent;
    private final ClientAnswers answers;

    ClientsResource(
            ClientBook book,
            ClientRemarks remarks,
            ClientClearing clearing,
            Invitations invitations,
            RecentSessions recent,
            ClientAnswers answers) {
        this.book = book;
        this.remarks = remarks;
        this.clearing = clearing;
        this.invitations = invitations;
        this.recent = recent;
        this.answers = answers;
    }

    @Override
    public ClientPage listClients(@Nullable String q, @Nullable Integer limit, @Nullable String cursor) {
        var page = book.list(answers.viewer(), q, Cursors.byName(limit, cursor));
        return new ClientPage(page.items().stream().map(ClientDtos::toDto).toList(), Cursors.writeName(page.next()));
    }

    @Override
    public StaffClient createClient(ClientInput body, @Nullable String idempotencyKey) {
        var viewer = answers.viewer();
        return answers.once(idempotencyKey, body, () -> book.create(viewer, ClientDtos.read(body)));
    }

    @Override
    public StaffClient getClient(UUID id) {
        return answers.tagged(book.show(answers.viewer(), new ClientId(id)));
    }

    @Override
    public StaffClient replaceClient(UUID id, ClientInput body, @Nullable String ifMatch) {
        int version = Versions.expected(ifMatch);
        var changed = book.replace(answers.viewer(), new ClientId(id), version, ClientDtos.read(body));
        recent.forget(changed.id());
        return answers.tagged(changed);
    }

    @Override
    public ClientNotePage listClientNotes(UUID id, @Nullable Integer limit, @Nullable String cursor) {
        return remarks.list(answers.viewer(), new ClientId(id), Cursors.page(limit, cursor));
    }

    @Override
    public ClientNote addClientNote(UUID id, ClientNoteInput body, @Nullable String idempotencyKey) {
        return remarks.write(answers.viewer(), new ClientId(id), body, idempotencyKey);
    }

    @Override
    public void removeClientNote(UUID id, UUID noteId) {
        remarks.remove(answers.viewer(), new ClientId(id), new NoteId(noteId));
    }

    @Override
    public void sendClientLoginLink(UUID id, ClientLoginLink body) {
        invitations.send(
                answers.viewer(),
                new ClientId(id),
                switch (body.channel()) {
                    case EMAIL -> Channel.EMAIL;
                    case SMS -> Channel.SMS;
                });
    }

    @Override
    public StaffClient mergeClients(UUID id, MergeClients body, @Nullable String idempotencyKey) {
        var viewer = answers.viewer();
        var duplicate = new ClientId(body.duplicateId());
        var merged = answers.once(idempotencyKey, body, () -> clearing.merge(viewer, new ClientId(id), duplicate));
        recent.forget(duplicate);
        return merged;
    }

    @Override
    public TimelinePage getClientTimeline(UUID id, @Nullable Integer limit, @Nullable String cursor) {
        return remarks.timeline(answers.viewer(), new ClientId(id), Cursors.page(limit, cursor));
    }
}
