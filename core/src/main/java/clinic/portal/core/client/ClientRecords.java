package clinic.portal.core.client;

import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.NoSuchThing;
import clinic.portal.core.shared.Page;
import clinic.portal.core.shared.PageRequest;
import clinic.portal.core.shared.Right;
import clinic.portal.core.shared.Viewer;

/** Looking back at a client: what has happened, and all that is known of them. */
public class ClientRecords {
    private final ClientHistory history;
    private final Clients clients;

    public ClientRecords(ClientHistory history, Clients clients) {
        this.history = history;
        this.clients = clients;
    }

    public Page<Happening> timeline(Viewer.Staff viewer, ClientId id, PageRequest page) {
        var client = clients.find(viewer.may(Right.CLIENTS_READ).clinic(), id).orElseThrow(NoSuchThing::new);
        return history.of(viewer.clinic(), client.id(), page);
    }

    /** What a client may ask to be given (GDPR, article 15): one JSON object. */
    public String export(Viewer.Staff viewer, ClientId id) {
        return history.everything(viewer.may(Right.CLIENTS_EXPORT).clinic(), id).orElseThrow(NoSuchThing::new);
    }
}
