package clinic.portal.core.fakes;

import clinic.portal.core.login.Sessions.End;
import clinic.portal.core.login.StaffAccess;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.SessionId;
import clinic.portal.core.shared.StaffId;
import org.jspecify.annotations.Nullable;

/** Ends what the other fakes hold. */
public final class InMemoryStaffAccess implements StaffAccess {
    private final InMemorySessions sessions;
    private final InMemoryLinks links;

    public InMemoryStaffAccess(InMemorySessions sessions, InMemoryLinks links) {
        this.sessions = sessions;
        this.links = links;
    }

    @Override
    public void endSessions(ClinicId clinic, StaffId member, @Nullable SessionId except, End why) {
        sessions.endAll(clinic, member, except, why);
    }

    /** Keys that are not used yet are left: they are not known here. */
    @Override
    public void endPreviews(ClinicId clinic, StaffId member, End why) {
        sessions.endPreviews(clinic, member, why);
    }

    @Override
    public void voidLinks(ClinicId clinic, StaffId member) {
        links.voidAll(clinic, member);
    }
}
