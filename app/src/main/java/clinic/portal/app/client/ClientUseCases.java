package clinic.portal.app.client;

import clinic.portal.app.shared.Transacted;
import clinic.portal.core.client.ClientBook;
import clinic.portal.core.client.ClientClearing;
import clinic.portal.core.client.ClientHistory;
import clinic.portal.core.client.ClientNotes;
import clinic.portal.core.client.ClientRecords;
import clinic.portal.core.client.ClientRemovals;
import clinic.portal.core.client.Clients;
import clinic.portal.core.client.NoteTaking;
import clinic.portal.core.clinic.Clinics;
import clinic.portal.core.login.Invitations;
import clinic.portal.core.login.LoginLinks;
import clinic.portal.core.login.Recipients;
import clinic.portal.core.shared.Ids;
import clinic.portal.core.shared.PhoneNumbers;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Clients, as the staff look after them; each call a transaction. */
final class ClientUseCases {
    private ClientUseCases() {}

    @Singleton
    @Transacted
    static class TransactedClientBook extends ClientBook {
        TransactedClientBook(Clients clients, Clinics clinics, PhoneNumbers numbers, Ids ids, Clock clock) {
            super(clients, clinics, numbers, ids, clock);
        }
    }

    @Singleton
    @Transacted
    static class TransactedNoteTaking extends NoteTaking {
        TransactedNoteTaking(ClientNotes notes, Clients clients, Ids ids) {
            super(notes, clients, ids);
        }
    }

    @Singleton
    @Transacted
    static class TransactedClientRecords extends ClientRecords {
        TransactedClientRecords(ClientHistory history, Clients clients) {
            super(history, clients);
        }
    }

    @Singleton
    @Transacted
    static class TransactedClientClearing extends ClientClearing {
        TransactedClientClearing(ClientRemovals removals, Clients clients, Clock clock) {
            super(removals, clients, clock);
        }
    }

    @Singleton
    @Transacted
    static class TransactedInvitations extends Invitations {
        TransactedInvitations(
                LoginLinks links, Recipients recipients, Clients clients, Clinics clinics, PhoneNumbers numbers) {
            super(links, recipients, clients, clinics, numbers);
        }
    }
}
