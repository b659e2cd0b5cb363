package clinic.portal.rest.login;

import clinic.portal.core.clinic.ClinicDirectory;
import clinic.portal.core.clinic.Slug;
import clinic.portal.core.login.PreviewInvalid;
import clinic.portal.core.login.PreviewLogin;
import clinic.portal.core.login.Previews;
import clinic.portal.core.shared.ClientId;
import clinic.portal.rest.api.PreviewsApi;
import clinic.portal.rest.api.model.ClientSession;
import clinic.portal.rest.api.model.CreatePortalPreview;
import clinic.portal.rest.api.model.CreatePreviewSession;
import clinic.portal.rest.api.model.Named;
import clinic.portal.rest.api.model.PortalPreview;
import clinic.portal.rest.api.model.Transport;
import clinic.portal.rest.shared.Zoned;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.jspecify.annotations.Nullable;

/** Staff looking at the portal through a client's eyes. */
@RunOnVirtualThread
public class PreviewsResource implements PreviewsApi {
    private final Previews previews;
    private final PreviewLogin login;
    private final ClinicDirectory clinics;
    private final PreviewDoor door;
    private final Caller caller;

    PreviewsResource(Previews previews, PreviewLogin login, ClinicDirectory clinics, PreviewDoor door, Caller caller) {
        this.previews = previews;
        this.login = login;
        this.clinics = clinics;
        this.door = door;
        this.caller = caller;
    }

    @Override
    public PortalPreview createPortalPreview(@Nullable CreatePortalPreview body) {
        var wanted = body == null || body.clientId() == null ? null : new ClientId(body.clientId());
        var made = previews.create(caller.member(), wanted);
        return new PortalPreview(
                made.url(),
                made.token(),
                Zoned.toDto(made.expiresAt(), made.zone()),
                new Named(made.client().id().value(), made.client().name()));
    }

    @Override
    public ClientSession createPreviewSession(String slug, CreatePreviewSession body) {
        // A clinic that is off is not told from none: neither has a key that somebody guessed.
        var clinic = Slug.read(slug).flatMap(clinics::find).orElseThrow(PreviewInvalid::new);
        return door.enter(login.open(clinic, body.token()), body.transport() == Transport.BEARER);
    }
}
