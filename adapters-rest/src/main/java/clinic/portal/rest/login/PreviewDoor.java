package clinic.portal.rest.login;

import clinic.portal.core.login.Session;
import clinic.portal.core.login.Subject;
import clinic.portal.rest.api.model.ClientSession;
import clinic.portal.rest.api.model.Named;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;

/** Lets a preview in: one token for the whole of it, and never a second. */
@Singleton
class PreviewDoor {
    private final AccessTokens tokens;
    private final SessionCookies cookies;
    private final PreviewMark mark;

    /** @param cookies of whichever request is being answered */
    PreviewDoor(AccessTokens tokens, SessionCookies cookies, PreviewMark mark) {
        this.tokens = tokens;
        this.cookies = cookies;
        this.mark = mark;
    }

    ClientSession enter(Session session, boolean bearer) {
        if (!(session.subject() instanceof Subject.OfClient client)) {
            throw new IllegalStateException("A preview of the staff's side");
        }
        var access = tokens.issue(session);
        if (!bearer) {
            cookies.givePreview(access.token());
        }
        mark.put();
        return new ClientSession(
                bearer ? access.token() : null,
                null,
                access.expiresAt().atOffset(ZoneOffset.UTC),
                session.preview(),
                new Named(client.id().value(), session.name()));
    }
}
