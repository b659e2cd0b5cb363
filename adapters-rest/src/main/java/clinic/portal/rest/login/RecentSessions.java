package clinic.portal.rest.login;

import clinic.portal.core.login.Audience;
import clinic.portal.core.shared.ApiKeyId;
import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.SessionId;
import clinic.portal.core.shared.StaffId;
import clinic.portal.core.shared.Viewer;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** Tokens recognised a moment ago, with whom they stand for. */
@Singleton
public class RecentSessions {
    /** Below the 5 s of SECURITY S14, to leave room for the look itself. */
    private static final Duration TRUSTED = Duration.ofSeconds(4);

    private static final int MOST = 10_000;

    private final Cache<Key, Viewer> viewers;

    private record Key(String token, Audience audience) {}

    RecentSessions(Ticker ticker) {
        viewers = Caffeine.newBuilder()
                .expireAfterWrite(TRUSTED)
                .maximumSize(MOST)
                .ticker(ticker)
                .build();
    }

    Optional<Viewer> find(String token, Audience audience) {
        return Optional.ofNullable(viewers.getIfPresent(new Key(token, audience)));
    }

    /** Whoever this client was to us here is looked up again; elsewhere within seconds. */
    public void forget(ClientId client) {
        viewers.asMap()
                .values()
                .removeIf(viewer ->
                        viewer instanceof Viewer.Client known && known.client().equals(client));
    }

    void remember(String token, Audience audience, Viewer viewer) {
        viewers.put(new Key(token, audience), viewer);
    }

    public void forget(SessionId session) {
        viewers.asMap()
                .values()
                .removeIf(viewer ->
                        viewer instanceof Viewer.InSession in && in.session().equals(session));
    }

    void forget(ApiKeyId key) {
        viewers.asMap()
                .values()
                .removeIf(viewer -> viewer instanceof Viewer.Integrator program
                        && program.key().equals(key));
    }

    /** All of a member of staff, and every preview of the clinic, for whose it was nobody remembers here. */
    public void forget(ClinicId clinic, StaffId member) {
        viewers.asMap()
                .values()
                .removeIf(viewer -> viewer.clinic().equals(clinic)
                        && (viewer instanceof Viewer.Member staff
                                        && staff.member().equals(member)
                                || viewer instanceof Viewer.Client client && client.preview()));
    }

    static class Time {
        /** Not the clock, which may be set back: a session that has ended would be trusted for as long again. */
        @Produces
        @Singleton
        @DefaultBean
        Ticker ticker() {
            return Ticker.systemTicker();
        }
    }
}
