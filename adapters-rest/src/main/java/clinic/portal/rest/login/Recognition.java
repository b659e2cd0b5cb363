package clinic.portal.rest.login;

import clinic.portal.core.login.ApiKeyDoor;
import clinic.portal.core.login.Audience;
import clinic.portal.core.login.SessionEnded;
import clinic.portal.core.login.SessionKeeping;
import clinic.portal.core.shared.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Finds out whose session a token belongs to. A recognised token is taken at its word for a few seconds (SECURITY S14
 * allows five), so that a page's ten calls cost one look at the session; a log-out here is felt here at once.
 *
 * <p>Behind a proxy (application-scoped) because filters are made before the configuration of this very run is known.
 */
@ApplicationScoped
class Recognition {
    private final RecentSessions recent;
    private final AccessTokens tokens;
    private final SessionKeeping sessions;
    private final ApiKeyDoor keys;

    Recognition(RecentSessions recent, AccessTokens tokens, SessionKeeping sessions, ApiKeyDoor keys) {
        this.recent = recent;
        this.tokens = tokens;
        this.sessions = sessions;
        this.keys = keys;
    }

    /** @throws SessionEnded for a token that is not ours, not for this door, or of a session that is over */
    Viewer recognise(String token, Audience audience) {
        return recent.find(token, audience).orElseGet(() -> {
            Viewer found = look(token, audience).orElseThrow(SessionEnded::new);
            recent.remember(token, audience, found);
            return found;
        });
    }

    private Optional<? extends Viewer> look(String token, Audience audience) {
        return audience == Audience.STAFF && KeyText.isOne(token)
                ? KeyText.read(token).flatMap(key -> keys.recognise(key.clinic(), key.secret()))
                : tokens.read(token, audience)
                        .flatMap(bearer -> sessions.recognise(bearer.clinic(), bearer.session(), audience)
                                .filter(viewer -> isPreview(viewer) == bearer.preview()));
    }

    static boolean isPreview(Viewer viewer) {
        return viewer instanceof Viewer.Client client && client.preview();
    }
}
