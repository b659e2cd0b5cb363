package clinic.portal.core.fakes;

import clinic.portal.core.client.ClientFile;
import clinic.portal.core.client.ClientFile.Details;
import clinic.portal.core.client.ClientRemovals;
import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.ClinicId;
import java.time.Instant;

/** Of profiles and notes; the other fakes keep whose their things are for good. */
public final class InMemoryClientRemovals implements ClientRemovals {
    private final InMemoryClients clients;
    private final InMemoryProfiles profiles;
    private final InMemoryClientNotes notes;

    public InMemoryClientRemovals(InMemoryClients clients, InMemoryProfiles profiles, InMemoryClientNotes notes) {
        this.clients = clients;
        this.profiles = profiles;
        this.notes = notes;
    }

    @Override
    public synchronized boolean merge(ClinicId clinic, ClientId kept, ClientId duplicate) {
        var one = clients.find(clinic, kept);
        var other = clients.find(clinic, duplicate);
        if (one.isEmpty() || other.isEmpty()) {
            return false;
        }
        clients.endAccess(clinic, duplicate);
        profiles.erase(clinic, duplicate);
        clients.put(clinic, filled(one.get(), other.get().details()));
        notes.handOver(clinic, duplicate, kept);
        return true;
    }

    @Override
    public synchronized boolean erase(ClinicId clinic, ClientId client, Instant now) {
        if (clients.find(clinic, client).isEmpty()) {
            return false;
        }
        clients.endAccess(clinic, client);
        profiles.erase(clinic, client);
        notes.forget(clinic, client);
        return true;
    }

    private static ClientFile filled(ClientFile kept, Details more) {
        var own = kept.details();
        return new ClientFile(
                kept.id(),
                new Details(
                        own.name(),
                        own.email() == null ? more.email() : own.email(),
                        own.phone() == null ? more.phone() : own.phone(),
                        own.locale() == null ? more.locale() : own.locale(),
                        own.email() == null ? more.noEmail() : own.noEmail(),
                        own.phone() == null ? more.noSms() : own.noSms()),
                kept.createdAt(),
                kept.zone(),
                kept.version() + 1);
    }
}
