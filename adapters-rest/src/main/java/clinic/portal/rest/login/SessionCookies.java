package clinic.portal.rest.login;

import clinic.portal.core.login.Audience;
import clinic.portal.core.login.PreviewLogin;
import clinic.portal.core.login.SessionKeeping;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The browser's half of a session (SECURITY S17). The prefix {@code __Host-} makes browsers refuse the cookie unless it is
 * Secure, without Domain, and for the whole path.
 */
@RequestScoped
public class SessionCookies {
    private final List<NewCookie> pending = new ArrayList<>();
    private boolean takenBack;

    static String access(Audience audience) {
        return audience == Audience.PORTAL ? "__Host-portal_access" : "__Host-staff_access";
    }

    static String refresh(Audience audience) {
        return audience == Audience.PORTAL ? "__Host-portal_refresh" : "__Host-staff_refresh";
    }

    void give(Audience audience, String accessToken, String refreshToken) {
        pending.add(cookie(access(audience), accessToken, AccessTokens.LIFE));
        pending.add(cookie(refresh(audience), refreshToken, SessionKeeping.IDLE));
    }

    /** A client's own session in the same browser is over with it: renewed, it would take the preview's place. */
    void givePreview(String accessToken) {
        pending.add(cookie(access(Audience.PORTAL), accessToken, PreviewLogin.LIFE));
        pending.add(cookie(refresh(Audience.PORTAL), "", Duration.ZERO));
    }

    void takeBack(Audience audience) {
        takenBack = true;
        pending.add(cookie(access(audience), "", Duration.ZERO));
        pending.add(cookie(refresh(audience), "", Duration.ZERO));
    }

    /** Those to be set by the answer being made. */
    List<NewCookie> pending() {
        return List.copyOf(pending);
    }

    /** Whether the browser is to forget this session. */
    boolean takenBack() {
        return takenBack;
    }

    private static NewCookie cookie(String name, String value, Duration life) {
        return new NewCookie.Builder(name)
                .value(value)
                .path("/")
                .maxAge((int) life.toSeconds())
                .secure(true)
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }
}
