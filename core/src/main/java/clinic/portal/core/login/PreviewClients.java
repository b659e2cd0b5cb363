package clinic.portal.core.login;

import clinic.portal.core.client.Profile;
import clinic.portal.core.client.Profiles;
import clinic.portal.core.client.SampleClients;
import clinic.portal.core.clinic.Clinic;
import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.Ids;
import clinic.portal.core.shared.NoSuchThing;
import org.jspecify.annotations.Nullable;

/** Through whose eyes a preview looks. */
public final class PreviewClients {
    private final Profiles profiles;
    private final SampleClients samples;
    private final Ids ids;

    public PreviewClients(Profiles profiles, SampleClients samples, Ids ids) {
        this.profiles = profiles;
        this.samples = samples;
        this.ids = ids;
    }

    /** @throws NoSuchThing for a client who is not the clinic's */
    Profile choose(Clinic clinic, @Nullable ClientId wanted) {
        return wanted == null
                ? samples.require(clinic.id(), new ClientId(ids.next()), name(clinic))
                : profiles.find(clinic.id(), wanted).orElseThrow(NoSuchThing::new);
    }

    /** It stands on the pages like anybody's name, so it is in their language, where we have it. */
    private static String name(Clinic clinic) {
        return clinic.locale().getLanguage().equals("es") ? "Cliente de muestra" : "Sample client";
    }
}
