package clinic.portal.rest.login;

import clinic.portal.core.login.Audience;
import clinic.portal.core.shared.SessionId;
import clinic.portal.core.shared.Viewer;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Tokens recognised a moment ago, with whom they stand for. */
@Singleton
public class RecentSessions {
    /** Below the 5 s of SECURITY S14, to leave room for the look itself. */
    private static final Duration TRUSTED = Duration.ofSeconds(4);

    private static final int MOST = 10_000;

    private final Cache<Key, Viewer> viewers;

    private record Key(String token, Audience audience) {}

    RecentSessions(Clock clock) {
        viewers = Caffeine.newBuilder()
                .expireAfterWrite(TRUSTED)
                .maximumSize(MOST)
                .ticker(() -> nanos(clock.instant()))
                .build();
    }

    Optional<Viewer> find(String token, Audience audience) {
        return Optional.ofNullable(viewers.getIfPresent(new Key(token, audience)));
    }

    void remember(String token, Audience audience, Viewer viewer) {
        viewers.put(new Key(token, audience), viewer);
    }

    void forget(SessionId session) {
        viewers.asMap().values().removeIf(viewer -> viewer.session().equals(session));
    }

    private static long nanos(Instant now) {
        return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
    }
}
