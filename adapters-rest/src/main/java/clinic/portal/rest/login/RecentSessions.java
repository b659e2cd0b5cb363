package clinic.portal.rest.login;

import clinic.portal.core.login.Audience;
import clinic.portal.core.shared.SessionId;
import clinic.portal.core.shared.Viewer;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** Tokens recognised a moment ago, with whom they stand for. */
@Singleton
public class RecentSessions {
    /** Below the 5 s of SECURITY S14, to leave room for the look itself. */
    private static final Duration TRUSTED = Duration.ofSeconds(4);

    private static final int MOST = 10_000;

    private final Cache<Key, Viewer> viewers =
            Caffeine.newBuilder().expireAfterWrite(TRUSTED).maximumSize(MOST).build();

    private record Key(String token, Audience audience) {}

    Optional<Viewer> find(String token, Audience audience) {
        return Optional.ofNullable(viewers.getIfPresent(new Key(token, audience)));
    }

    void remember(String token, Audience audience, Viewer viewer) {
        viewers.put(new Key(token, audience), viewer);
    }

    void forget(SessionId session) {
        viewers.asMap().values().removeIf(viewer -> viewer.session().equals(session));
    }
}
