package clinic.portal.core.login;

import clinic.portal.core.login.Sessions.End;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.SessionId;
import clinic.portal.core.shared.StaffId;
import org.jspecify.annotations.Nullable;

/** All that lets a member of staff in. */
public interface StaffAccess {
    /**
     * Ends their sessions, and what they opened to look through clients' eyes.
     *
     * @param except the one that stays, if any
     */
    void endSessions(ClinicId clinic, StaffId member, @Nullable SessionId except, End why);

    /** Ends what they opened to look through clients' eyes, and what they could have opened yet. */
    void endPreviews(ClinicId clinic, StaffId member, End why);

    /** No link that was made for them opens anything any more. */
    void voidLinks(ClinicId clinic, StaffId member);
}
