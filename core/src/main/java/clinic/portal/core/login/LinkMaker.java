package clinic.portal.core.login;

import clinic.portal.core.clinic.Clinic;
import clinic.portal.core.clinic.PortalAddresses;
import clinic.portal.core.login.LinkRequest.Armed;
import clinic.portal.core.login.LinkRequests.Outcome;
import clinic.portal.core.shared.Secrets;
import java.net.URI;
import java.util.Optional;

/** Turns a request into a letter, or finds why there shall be none. */
public final class LinkMaker {
    private static final int TOKEN_LENGTH = 43;

    private final LinkRequests requests;
    private final Recipients recipients;
    private final Secrets secrets;
    private final LinkRules rules;
    private final PortalAddresses addresses;
    private final LinkWatch watch;

    public LinkMaker(
            LinkRequests requests,
            Recipients recipients,
            Secrets secrets,
            LinkRules rules,
            PortalAddresses addresses,
            LinkWatch watch) {
        this.requests = requests;
        this.recipients = recipients;
        this.secrets = secrets;
        this.rules = rules;
        this.addresses = addresses;
        this.watch = watch;
    }

    Optional<LoginLetter> make(Clinic clinic, LinkRequest request) {
        Armed armed = request.armed();
        if (armed != null) {
            return again(clinic, request, armed);
        }
        var recipient = recipients.find(request.clinic(), request.audience(), request.identifier());
        var reason = rules.check(clinic, request, recipient, () -> requests.historyOf(request));
        if (reason.isPresent() || recipient.isEmpty()) {
            return holdBack(request, reason.orElse(HoldReason.UNKNOWN_RECIPIENT));
        }
        return Optional.of(first(clinic, request, recipient.get()));
    }

    private LoginLetter first(Clinic clinic, LinkRequest request, Recipient recipient) {
        String token = secrets.token();
        String code = secrets.code();
        requests.arm(
                request,
                recipient.subject(),
                new LinkHashes(secrets.hash(token), CodeHash.of(secrets, request.clinic(), request.identifier(), code)),
                secrets.seal(token + code, context(request)),
                LoginLinks.LIFE);
        return letter(clinic, request, recipient, token, code);
    }

    private Optional<LoginLetter> again(Clinic clinic, LinkRequest request, Armed armed) {
        var recipient = recipients.find(request.clinic(), request.audience(), request.identifier());
        var reason = rules.standing(clinic, request, recipient);
        if (reason.isPresent() || recipient.isEmpty()) {
            return holdBack(request, reason.orElse(HoldReason.UNKNOWN_RECIPIENT));
        }
        var raw = armed.alive() ? secrets.open(armed.sealed(), context(request)) : Optional.<String>empty();
        if (raw.isEmpty()) {
            requests.settle(request.clinic(), request.id(), Outcome.GAVE_UP, "expired before it could be sent");
            return Optional.empty();
        }
        String both = raw.get();
        return Optional.of(letter(
                clinic, request, recipient.get(), both.substring(0, TOKEN_LENGTH), both.substring(TOKEN_LENGTH)));
    }

    private LoginLetter letter(Clinic clinic, LinkRequest request, Recipient to, String token, String code) {
        return new LoginLetter(
                request.id(),
                clinic,
                request.audience(),
                request.identifier(),
                to.name(),
                to.locale(),
                link(clinic, request, token),
                code,
                LoginLinks.LIFE);
    }

    private URI link(Clinic clinic, LinkRequest request, String token) {
        return switch (request.audience()) {
            case PORTAL -> addresses.portalLogin(clinic.slug(), token);
            case STAFF -> addresses.staffLogin(clinic.slug(), token);
        };
    }

    private Optional<LoginLetter> holdBack(LinkRequest request, HoldReason reason) {
        requests.settle(request.clinic(), request.id(), Outcome.HELD_BACK, reason.name());
        watch.heldBack(request.clinic(), request.identifier(), reason);
        return Optional.empty();
    }

    private static String context(LinkRequest request) {
        return "login-link " + request.clinic().value() + " " + request.id().value();
    }
}
