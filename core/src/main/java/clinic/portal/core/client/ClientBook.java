package clinic.portal.core.client;

import clinic.portal.core.client.ClientFile.Details;
import clinic.portal.core.client.ClientFile.Proven;
import clinic.portal.core.clinic.Clinic;
import clinic.portal.core.clinic.Clinics;
import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.Ids;
import clinic.portal.core.shared.Invalid;
import clinic.portal.core.shared.NoSuchThing;
import clinic.portal.core.shared.Outdated;
import clinic.portal.core.shared.Page;
import clinic.portal.core.shared.PageRequest;
import clinic.portal.core.shared.PhoneNumbers;
import clinic.portal.core.shared.Right;
import clinic.portal.core.shared.Viewer;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Clients, as the staff look them up and keep them. */
public class ClientBook {
    private final Clients clients;
    private final Clinics clinics;
    private final PhoneNumbers numbers;
    private final Ids ids;
    private final Clock clock;

    public ClientBook(Clients clients, Clinics clinics, PhoneNumbers numbers, Ids ids, Clock clock) {
        this.clients = clients;
        this.clinics = clinics;
        this.numbers = numbers;
        this.ids = ids;
        this.clock = clock;
    }

    public Page<ClientFile> list(Viewer.Staff viewer, @Nullable String search, PageRequest page) {
        String words = search == null || search.isBlank() ? null : search;
        return clients.list(viewer.may(Right.CLIENTS_READ).clinic(), words, page);
    }

    public ClientFile show(Viewer.Staff viewer, ClientId id) {
        return find(viewer.may(Right.CLIENTS_READ), id);
    }

    /**
     * @throws Invalid where an address is none
     * @throws EmailTaken where another client has proven it, or was entered with it
     * @throws PhoneTaken likewise
     */
    public ClientFile create(Viewer.Staff viewer, ClientDraft draft) {
        Clinic clinic = clinic(viewer.may(Right.CLIENTS_WRITE));
        Details details = draft.read(clinic, numbers);
        requireFree(viewer, null, details);
        var client = new ClientFile(
                new ClientId(ids.next()), details, Proven.vouchedFor(details), clock.instant(), clinic.zone(), 0);
        clients.add(clinic.id(), client);
        return find(viewer, client.id());
    }

    /**
     * Whoever could get in by an address that is no longer the client's, cannot from now on. The clinic vouches for those that
     * are sent, as if it had entered them anew.
     *
     * @param version the one that the caller has read
     * @throws Outdated where it is no longer that
     * @throws EmailTaken where another client has proven it, or was entered with it
     * @throws PhoneTaken likewise
     */
    public ClientFile replace(Viewer.Staff viewer, ClientId id, int version, ClientDraft draft) {
        ClientFile known = find(viewer.may(Right.CLIENTS_WRITE), id);
        Details details = draft.read(clinic(viewer), numbers);
        if (known.version() != version) {
            throw new Outdated();
        }
        requireFree(viewer, known, details);
        ClientFile changed = known.with(details);
        if (!clients.replace(viewer.clinic(), changed)) {
            throw new Outdated();
        }
        if (known.details().losesAnAddressTo(details)) {
            clients.endAccess(viewer.clinic(), id);
        }
        return changed;
    }

    private void requireFree(Viewer.Staff viewer, @Nullable ClientFile before, Details wanted) {
        var email = wanted.email();
        if (email != null && (before == null || !before.holds(email))) {
            clients.holderOf(viewer.clinic(), email).ifPresent(holder -> {
                throw new EmailTaken(holder);
            });
        }
        var phone = wanted.phone();
        if (phone != null && (before == null || !before.holds(phone))) {
            clients.holderOf(viewer.clinic(), phone).ifPresent(holder -> {
                throw new PhoneTaken(holder);
            });
        }
    }

    private ClientFile find(Viewer.Staff viewer, ClientId id) {
        return clients.find(viewer.clinic(), id).orElseThrow(NoSuchThing::new);
    }

    private Clinic clinic(Viewer.Staff viewer) {
        return clinics.find(viewer.clinic()).orElseThrow(NoSuchThing::new);
    }
}
