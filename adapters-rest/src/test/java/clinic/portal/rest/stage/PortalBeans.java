package clinic.portal.rest.stage;

import clinic.portal.core.clinic.PortalSettings;
import clinic.portal.core.fixtures.PortalOffice;
import clinic.portal.core.login.PreviewLogin;
import clinic.portal.core.login.Previews;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Produces;

/** The use cases of setting up a portal, of the world of the day: see {@link Stage}. */
final class PortalBeans {
    private static PortalOffice office() {
        return Stage.working().portalOffice;
    }

    @Produces
    @RequestScoped
    PortalSettings settings() {
        return office().settings;
    }

    @Produces
    @RequestScoped
    Previews previews() {
        return office().previews;
    }

    @Produces
    @RequestScoped
    PreviewLogin previewLogin() {
        return office().previewLogin;
    }
}
