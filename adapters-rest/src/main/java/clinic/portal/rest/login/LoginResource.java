package clinic.portal.rest.login;

import clinic.portal.core.clinic.ClinicDirectory;
import clinic.portal.core.login.Audience;
import clinic.portal.core.login.Claim;
import clinic.portal.core.login.LoginLinks;
import clinic.portal.core.login.Subject;
import clinic.portal.rest.api.LoginApi;
import clinic.portal.rest.api.model.ClientSession;
import clinic.portal.rest.api.model.CreateSession;
import clinic.portal.rest.api.model.LoginLinkRequest;
import clinic.portal.rest.api.model.Named;
import clinic.portal.rest.api.model.RefreshSession;
import clinic.portal.rest.login.Doorman.Entry;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.jspecify.annotations.Nullable;

/** The clients' door. */
@RunOnVirtualThread
public class LoginResource implements LoginApi {
    private final ClinicDirectory clinics;
    private final LoginLinks links;
    private final Doorman doorman;
    private final Caller caller;

    LoginResource(ClinicDirectory clinics, LoginLinks links, Doorman doorman, Caller caller) {
        this.clinics = clinics;
        this.links = links;
        this.doorman = doorman;
        this.caller = caller;
    }

    @Override
    public void requestLoginLink(String slug, LoginLinkRequest body) {
        links.ask(clinics.require(slug), Audience.PORTAL, new Claim(body.email(), body.phone()));
    }

    @Override
    public ClientSession createSession(String slug, CreateSession body) {
        var proof = Doorman.proof(body.token(), body.code(), body.email(), body.phone());
        return toDto(doorman.open(clinics.require(slug), Audience.PORTAL, proof, body.transport()));
    }

    @Override
    public ClientSession refreshSession(String slug, @Nullable RefreshSession body) {
        return toDto(doorman.renew(Audience.PORTAL, body, clinics.require(slug)::equals));
    }

    @Override
    public void endSession() {
        doorman.leave(Audience.PORTAL, caller.client());
    }

    private static ClientSession toDto(Entry entry) {
        var session = entry.session();
        if (!(session.subject() instanceof Subject.OfClient client)) {
            throw new IllegalStateException("A session of the staff at the clients' door");
        }
        return new ClientSession(
                entry.accessToken(),
                entry.refreshToken(),
                entry.expiresAt(),
                session.preview(),
                new Named(client.id().value(), session.name()));
    }
}
