package clinic.portal.rest.client;

import clinic.portal.core.client.Myself;
import clinic.portal.rest.api.ClientApi;
import clinic.portal.rest.api.model.Me;
import clinic.portal.rest.login.Caller;
import io.smallrye.common.annotation.RunOnVirtualThread;

@RunOnVirtualThread
public class ClientResource implements ClientApi {
    private final Myself myself;
    private final Caller caller;

    ClientResource(Myself myself, Caller caller) {
        this.myself = myself;
        this.caller = caller;
    }

    @Override
    public Me getMe() {
        var viewer = caller.client();
        var profile = myself.show(viewer);
        return new Me(
                profile.id().value(),
                profile.name(),
                profile.email() == null ? null : profile.email().value(),
                profile.phone() == null ? null : profile.phone().value(),
                viewer.preview());
    }
}
