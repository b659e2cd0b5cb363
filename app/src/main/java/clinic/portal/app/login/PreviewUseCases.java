package clinic.portal.app.login;

import clinic.portal.app.shared.Transacted;
import clinic.portal.core.client.Profiles;
import clinic.portal.core.client.SampleClients;
import clinic.portal.core.clinic.Clinics;
import clinic.portal.core.clinic.PortalAddresses;
import clinic.portal.core.login.PreviewClients;
import clinic.portal.core.login.PreviewKeys;
import clinic.portal.core.login.PreviewLogin;
import clinic.portal.core.login.Previews;
import clinic.portal.core.login.Sessions;
import clinic.portal.core.shared.Ids;
import clinic.portal.core.shared.Secrets;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Staff looking at the portal through a client's eyes; each call a transaction. */
final class PreviewUseCases {

    @Produces
    @Singleton
    PreviewClients previewClients(Profiles profiles, SampleClients samples, Ids ids) {
        return new PreviewClients(profiles, samples, ids);
    }

    @Singleton
    @Transacted
    static class TransactedPreviews extends Previews {
        TransactedPreviews(
                PreviewClients people, PreviewKeys keys, Clinics clinics, Secrets secrets, PortalAddresses addresses) {
            super(people, keys, clinics, secrets, addresses);
        }
    }

    @Singleton
    @Transacted
    static class TransactedPreviewLogin extends PreviewLogin {
        TransactedPreviewLogin(PreviewKeys keys, Sessions sessions, Secrets secrets, Ids ids) {
            super(keys, sessions, secrets, ids);
        }
    }
}
