package clinic.portal.core.login;

import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.SessionId;
import clinic.portal.core.shared.Viewer;

/**
 * Somebody's being logged in.
 *
 * @param name of whose session it is, to greet them by
 * @param preview a member of staff looking through a client's eyes
 * @param enrolling has to set up a second factor before anything else
 */
public record Session(ClinicId clinic, SessionId id, Subject subject, String name, boolean preview, boolean enrolling) {
    public Viewer.InSession viewer() {
        return switch (subject) {
            case Subject.OfClient of -> new Viewer.Client(clinic, of.id(), id, preview);
            case Subject.OfStaff of -> new Viewer.Member(clinic, of.id(), id, of.role(), enrolling);
        };
    }
}
