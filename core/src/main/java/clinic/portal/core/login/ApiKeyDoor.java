package clinic.portal.core.login;

import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.Secrets;
import clinic.portal.core.shared.Viewer;
import java.util.Optional;

/** Recognising programs by their keys. */
public class ApiKeyDoor {
    private final ApiKeys keys;
    private final Secrets secrets;

    public ApiKeyDoor(ApiKeys keys, Secrets secrets) {
        this.keys = keys;
        this.secrets = secrets;
    }

    /** Nothing for a key that nobody has at this clinic, or that was revoked or has expired. */
    public Optional<Viewer.Integrator> recognise(ClinicId clinic, String secret) {
        return keys.use(clinic, secrets.hash(secret))
                .map(live -> new Viewer.Integrator(clinic, live.id(), live.scopes()));
    }
}
