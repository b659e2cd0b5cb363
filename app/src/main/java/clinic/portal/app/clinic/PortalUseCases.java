package clinic.portal.app.clinic;

import clinic.portal.app.shared.Transacted;
import clinic.portal.core.clinic.PortalSettings;
import clinic.portal.core.clinic.Portals;
import clinic.portal.core.clinic.Slugs;
import jakarta.inject.Singleton;

/** A clinic's portal as its staff set it up; each call a transaction. */
final class PortalUseCases {
    private PortalUseCases() {}

    @Singleton
    @Transacted
    static class TransactedPortalSettings extends PortalSettings {
        TransactedPortalSettings(Portals portals, Slugs slugs) {
            super(portals, slugs);
        }
    }
}
