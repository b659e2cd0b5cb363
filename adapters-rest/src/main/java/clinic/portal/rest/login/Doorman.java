package clinic.portal.rest.login;

import clinic.portal.core.login.Audience;
import clinic.portal.core.login.Claim;
import clinic.portal.core.login.Login;
import clinic.portal.core.login.Login.Redemption;
import clinic.portal.core.login.Proof;
import clinic.portal.core.login.Session;
import clinic.portal.core.login.SessionEnded;
import clinic.portal.core.login.SessionKeeping;
import clinic.portal.core.login.SessionKeeping.Renewal;
import clinic.portal.core.login.SessionRequired;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.Invalid;
import clinic.portal.core.shared.Invalid.Violation;
import clinic.portal.core.shared.Viewer;
import clinic.portal.rest.api.model.RefreshSession;
import clinic.portal.rest.api.model.Transport;
import clinic.portal.rest.login.AccessTokens.Issued;
import clinic.portal.rest.shared.ClinicSecret;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What logging in, renewing and logging out have in common at both doors. */
@RequestScoped
class Doorman {
    private final Login login;
    private final SessionKeeping sessions;
    private final AccessTokens tokens;
    private final SessionCookies cookies;
    private final RecentSessions recent;
    private final HttpHeaders headers;

    Doorman(
            Login login,
            SessionKeeping sessions,
            AccessTokens tokens,
            SessionCookies cookies,
            RecentSessions recent,
            HttpHeaders headers) {
        this.login = login;
        this.sessions = sessions;
        this.tokens = tokens;
        this.cookies = cookies;
        this.recent = recent;
        this.headers = headers;
    }

    /**
     * An open session, as its answer tells it.
     *
     * @param accessToken absent for browsers, who get it in a cookie
     * @param refreshToken likewise
     */
    record Entry(
            Session session,
            @Nullable String accessToken,
            @Nullable String refreshToken,
            OffsetDateTime expiresAt) {
        @Override
        public String toString() {
            return "Entry[" + session.id() + "]";
        }
    }

    Entry open(ClinicId clinic, Audience audience, Proof proof, @Nullable Transport transport) {
        return open(clinic, audience, proof, null, transport);
    }

    /** @param secondFactor of a member of staff, where they sent one */
    Entry open(
            ClinicId clinic,
            Audience audience,
            Proof proof,
            @Nullable String secondFactor,
            @Nullable Transport transport) {
        return switch (login.open(clinic, audience, proof, secondFactor)) {
            case Redemption.SignedIn in -> enter(in.session(), in.refreshToken(), transport == Transport.BEARER);
            case Redemption.Refused refused -> throw refused.why();
        };
    }

    /** @param belongs whether a token of that clinic may be renewed here */
    Entry renew(Audience audience, @Nullable RefreshSession body, Predicate<ClinicId> belongs) {
        String sent = body == null ? null : body.refreshToken();
        String text = Optional.ofNullable(sent).or(() -> cookie(audience)).orElseThrow(SessionRequired::new);
        ClinicSecret token = ClinicSecret.read(text)
                .filter(read -> belongs.test(read.clinic()))
                .orElseThrow(SessionEnded::new);
        return switch (sessions.renew(token.clinic(), audience, token.secret())) {
            case Renewal.Renewed renewed -> enter(renewed.session(), renewed.refreshToken(), sent != null);
            case Renewal.Ended ended -> throw ended.why();
        };
    }

    void leave(Audience audience, Viewer.InSession viewer) {
        sessions.end(viewer);
        recent.forget(viewer.session());
        cookies.takeBack(audience);
    }

    /** A token, or a code with the address it was sent to; what is given beside is refused, not ignored. */
    static Proof proof(@Nullable String token, @Nullable String code, @Nullable String email, @Nullable String phone) {
        if (token != null && code == null && email == null && phone == null) {
            return new Proof.Token(token);
        }
        if (token == null && code != null) {
            return new Proof.Code(code, new Claim(email, phone));
        }
        throw new Invalid(List.of(new Violation(
                "", "one_proof_only", "Give a token alone, or a code with the email or phone it was sent to.")));
    }

    private Entry enter(Session session, String refreshSecret, boolean bearer) {
        Issued access = tokens.issue(session);
        String refresh = new ClinicSecret(session.clinic(), refreshSecret).write();
        if (!bearer) {
            cookies.give(session.subject().audience(), access.token(), refresh);
        }
        return new Entry(
                session,
                bearer ? access.token() : null,
                bearer ? refresh : null,
                access.expiresAt().atOffset(ZoneOffset.UTC));
    }

    private Optional<String> cookie(Audience audience) {
        return Optional.ofNullable(headers.getCookies().get(SessionCookies.refresh(audience)))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty());
    }
}
