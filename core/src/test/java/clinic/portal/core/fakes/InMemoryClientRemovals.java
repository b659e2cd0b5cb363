package clinic.portal.core.fakes;

import clinic.portal.core.client.ClientFile;
import clinic.portal.core.client.ClientFile.Details;
import clinic.portal.core.client.ClientFile.Proven;
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
        clients.put(clinic, filled(one.get(), other.get()));
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

    /** An address is taken where there is none, or where only the other one is proven. */
    private static ClientFile filled(ClientFile kept, ClientFile more) {
        var own = kept.details();
        var other = more.details();
        boolean sameEmail = own.email() != null && own.email().equals(other.email());
        boolean samePhone = own.phone() != null && own.phone().equals(other.phone());
        boolean takesEmail =
                own.email() == null || (more.proven().email() && !kept.proven().email());
        boolean takesPhone =
                own.phone() == null || (more.proven().phone() && !kept.proven().phone());
        return new ClientFile(
                kept.id(),
                new Details(
                        own.name(),
                        takesEmail ? other.email() : own.email(),
                        takesPhone ? other.phone() : own.phone(),
                        own.locale() == null ? other.locale() : own.locale(),
                        (takesEmail && !sameEmail) ? other.noEmail() : own.noEmail() || (sameEmail && other.noEmail()),
                        (takesPhone && !samePhone) ? other.noSms() : own.noSms() || (samePhone && other.noSms())),
                new Proven(
                        takesEmail ? more.proven().email() : kept.proven().email(),
                        takesPhone ? more.proven().phone() : kept.proven().phone()),
                kept.createdAt(),
                kept.zone(),
                kept.version() + 1);
    }
}
