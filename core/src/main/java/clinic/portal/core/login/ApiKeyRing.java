package clinic.portal.core.login;

import clinic.portal.core.login.ApiKeys.Fresh;
import clinic.portal.core.shared.ApiKeyId;
import clinic.portal.core.shared.Ids;
import clinic.portal.core.shared.Invalid;
import clinic.portal.core.shared.Invalid.Violation;
import clinic.portal.core.shared.NoSuchThing;
import clinic.portal.core.shared.Page;
import clinic.portal.core.shared.PageRequest;
import clinic.portal.core.shared.Right;
import clinic.portal.core.shared.Secrets;
import clinic.portal.core.shared.Traced;
import clinic.portal.core.shared.Viewer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The keys that a clinic has given to programs. */
public class ApiKeyRing {
    /** Unless its maker says otherwise. */
    public static final Duration USUAL_LIFE = Duration.ofDays(365);

    static final Duration LONGEST_LIFE = Duration.ofDays(731);

    private static final int HINT = 4;

    private final ApiKeys keys;
    private final Secrets secrets;
    private final Ids ids;
    private final Clock clock;

    public ApiKeyRing(ApiKeys keys, Secrets secrets, Ids ids, Clock clock) {
        this.keys = keys;
        this.secrets = secrets;
        this.ids = ids;
        this.clock = clock;
    }

    /** The newest first. */
    public Page<ApiKey> list(Viewer.Staff viewer, PageRequest page) {
        return keys.list(viewer.may(Right.API_KEYS).clinic(), page);
    }

    /**
     * @param expiresAt a year from now where absent
     * @throws Invalid where that is past, or more than two years off
     */
    public Made make(Viewer.Member viewer, String name, Set<Right> scopes, @Nullable Instant expiresAt) {
        viewer.may(Right.API_KEYS);
        Instant now = clock.instant();
        Instant end = expiresAt == null ? now.plus(USUAL_LIFE) : expiresAt;
        if (!end.isAfter(now) || end.isAfter(now.plus(LONGEST_LIFE))) {
            throw new Invalid(List.of(
                    new Violation("/expiresAt", "out_of_range", "Must be still to come, and within two years.")));
        }
        String secret = secrets.token();
        var key = keys.add(
                viewer.clinic(),
                new Fresh(
                        new ApiKeyId(ids.next()),
                        name,
                        secret.substring(secret.length() - HINT),
                        secrets.hash(secret),
                        scopes,
                        end,
                        viewer.member()));
        return new Made(key, secret);
    }

    /** From now on nobody gets in with it. */
    public void revoke(Viewer.Staff viewer, ApiKeyId id) {
        if (!keys.revoke(viewer.may(Right.API_KEYS).clinic(), id)) {
            throw new NoSuchThing();
        }
    }

    /** @param secret raw, this once */
    public record Made(ApiKey key, String secret) implements Traced {
        @Override
        public UUID trace() {
            return key.id().value();
        }

        @Override
        public String toString() {
            return "Made[" + key.id() + "]";
        }
    }
}
