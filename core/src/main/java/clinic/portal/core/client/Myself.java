package clinic.portal.core.client;

import clinic.portal.core.shared.NoSuchThing;
import clinic.portal.core.shared.Viewer;

/** The client's own details. */
public class Myself {
    private final Profiles profiles;

    public Myself(Profiles profiles) {
        this.profiles = profiles;
    }

    public Profile show(Viewer.Client viewer) {
        return profiles.find(viewer.clinic(), viewer.client()).orElseThrow(NoSuchThing::new);
    }
}
