package clinic.portal.core.login;

import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.SessionId;
import clinic.portal.core.shared.Viewer;

/**
 * Somebody's being logged in.
 *
 * @param name of whose session it is, to greet them by
 * @param preview a member of staff looking through a client's eyes
 */
public record Session(ClinicId clinic, SessionId id, Subject subject, String name, boolean preview) {
    public Viewer viewer() {
        return switch (subject) {
            case Subject.OfClient of -> new Viewer.Client(clinic, of.id(), id, preview);
            case Subject.OfStaff of -> new Viewer.Staff(clinic, of.id(), id, of.role());
        };
    }
}
