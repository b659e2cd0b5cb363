package clinic.portal.rest.login;

import clinic.portal.core.login.SessionRequired;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.Viewer;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who is calling, as {@link SessionGate} found out. */
@RequestScoped
public class Caller {
    private @Nullable Viewer viewer;

    void recognised(Viewer found) {
        viewer = found;
    }

    /** @throws SessionRequired where nobody has logged in, or somebody through the staff's door */
    public Viewer.Client client() {
        return clientIfAny().orElseThrow(SessionRequired::new);
    }

    /** For what anybody may do, and a client with more in it. */
    public Optional<Viewer.Client> clientIfAny() {
        return viewer instanceof Viewer.Client client ? Optional.of(client) : Optional.empty();
    }

    /** Whoever of the clinic's side is calling. */
    public Optional<Viewer.Staff> staffIfAny() {
        return viewer instanceof Viewer.Staff staff ? Optional.of(staff) : Optional.empty();
    }

    /** Staff who look at this clinic's portal through a client's eyes: they see it while it is off. */
    public Optional<Viewer.Client> previewOf(ClinicId clinic) {
        return clientIfAny()
                .filter(viewer -> viewer.preview() && viewer.clinic().equals(clinic));
    }

    /** @throws SessionRequired where nobody of the clinic's side is calling, whether in person or by a program */
    public Viewer.Staff staff() {
        return staffIfAny().orElseThrow(SessionRequired::new);
    }

    /** @throws SessionRequired where it is not a member of staff in person: what is their own is no program's to change */
    public Viewer.Member member() {
        if (viewer instanceof Viewer.Member member) {
            return member;
        }
        throw new SessionRequired();
    }
}
