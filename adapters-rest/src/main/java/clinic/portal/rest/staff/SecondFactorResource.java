package clinic.portal.rest.staff;

import clinic.portal.core.login.CodeLimit;
import clinic.portal.core.shared.Viewer;
import clinic.portal.core.staff.OwnSecondFactor;
import clinic.portal.rest.api.SecondFactorApi;
import clinic.portal.rest.api.model.RecoveryCodes;
import clinic.portal.rest.api.model.SecondFactorCode;
import clinic.portal.rest.api.model.SecondFactorKey;
import clinic.portal.rest.login.Caller;
import clinic.portal.rest.login.RecentSessions;
import io.smallrye.common.annotation.RunOnVirtualThread;

/** The second factor of whoever is logged in. */
@RunOnVirtualThread
public class SecondFactorResource implements SecondFactorApi {
    private final OwnSecondFactor own;
    private final CodeLimit limit;
    private final Caller caller;
    private final RecentSessions recent;

    SecondFactorResource(OwnSecondFactor own, CodeLimit limit, Caller caller, RecentSessions recent) {
        this.own = own;
        this.limit = limit;
        this.caller = caller;
        this.recent = recent;
    }

    @Override
    public SecondFactorKey beginSecondFactor() {
        var enrolment = own.begin(caller.member());
        return new SecondFactorKey(enrolment.secret(), enrolment.address());
    }

    @Override
    public RecoveryCodes confirmSecondFactor(SecondFactorCode body) {
        var viewer = admitted();
        var codes = own.confirm(viewer, body.code());
        // Whoever was let in to do this alone may do all the rest from now on, and the other sessions are over.
        recent.forget(viewer.clinic(), viewer.member());
        return new RecoveryCodes(codes);
    }

    @Override
    public RecoveryCodes replaceRecoveryCodes(SecondFactorCode body) {
        return new RecoveryCodes(own.renewRecoveryCodes(admitted(), body.code()));
    }

    @Override
    public void removeSecondFactor(SecondFactorCode body) {
        var viewer = admitted();
        own.remove(viewer, body.code());
        recent.forget(viewer.clinic(), viewer.member());
    }

    private Viewer.Member admitted() {
        var viewer = caller.member();
        limit.admit(viewer);
        return viewer;
    }
}
