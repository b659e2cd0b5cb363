package clinic.portal.core.client;

import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.Invalid;
import clinic.portal.core.shared.Invalid.Violation;
import clinic.portal.core.shared.NoSuchThing;
import clinic.portal.core.shared.Right;
import clinic.portal.core.shared.Viewer;
import java.time.Clock;
import java.util.List;

/** Making one client of two, and none of one. Neither can be undone. */
public class ClientClearing {
    private final ClientRemovals removals;
    private final Clients clients;
    private final Clock clock;

    public ClientClearing(ClientRemovals removals, Clients clients, Clock clock) {
        this.removals = removals;
        this.clients = clients;
        this.clock = clock;
    }

    /**
     * @throws Invalid where they are the same
     * @throws NoSuchThing where one of them is not there, or no longer
     */
    public ClientFile merge(Viewer.Staff viewer, ClientId kept, ClientId duplicate) {
        viewer.may(Right.CLIENTS_MERGE);
        if (kept.equals(duplicate)) {
            throw new Invalid(List.of(
                    new Violation("/duplicateId", "same_client", "A client cannot be merged into themselves.")));
        }
        if (!removals.merge(viewer.clinic(), kept, duplicate)) {
            throw new NoSuchThing();
        }
        return clients.find(viewer.clinic(), kept).orElseThrow(NoSuchThing::new);
    }

    /**
     * @param confirmedName the client's own, so that nobody is erased by a slip
     * @throws Invalid where it is another
     */
    public void erase(Viewer.Staff viewer, ClientId id, String confirmedName) {
        ClientFile client =
                clients.find(viewer.may(Right.CLIENTS_ERASE).clinic(), id).orElseThrow(NoSuchThing::new);
        if (!client.details().name().equals(confirmedName.strip())) {
            throw new Invalid(List.of(new Violation(
                    "/confirmName", "name_differs", "This is not the client's name; write it as it is shown.")));
        }
        if (!removals.erase(viewer.clinic(), id, clock.instant())) {
            throw new NoSuchThing();
        }
    }
}
