package clinic.portal.core.login;

import clinic.portal.core.login.PreviewKeys.Spending;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.Ids;
import clinic.portal.core.shared.Secrets;
import clinic.portal.core.shared.SessionId;
import java.time.Duration;

/** Opening a preview. */
public class PreviewLogin {
    /** From the opening; it cannot be renewed (SECURITY S3). */
    public static final Duration LIFE = Duration.ofMinutes(60);

    private final PreviewKeys keys;
    private final Sessions sessions;
    private final Secrets secrets;
    private final Ids ids;

    public PreviewLogin(PreviewKeys keys, Sessions sessions, Secrets secrets, Ids ids) {
        this.keys = keys;
        this.sessions = sessions;
        this.secrets = secrets;
        this.ids = ids;
    }

    /**
     * Spends the token and opens a session that shows what its client would see and changes nothing.
     *
     * @throws PreviewInvalid where nobody was given it at this clinic, or its client or member of staff is there no more
     * @throws PreviewExpired after ten minutes
     * @throws PreviewUsed the second time
     */
    public Session open(ClinicId clinic, String token) {
        return switch (keys.spend(clinic, secrets.hash(token))) {
            case Spending.Spent spent ->
                sessions.openPreview(clinic, new SessionId(ids.next()), spent.client(), spent.by(), LIFE);
            case Spending.AlreadyUsed used -> throw new PreviewUsed();
            case Spending.Expired expired -> throw new PreviewExpired();
            case Spending.Unknown unknown -> throw new PreviewInvalid();
        };
    }
}
