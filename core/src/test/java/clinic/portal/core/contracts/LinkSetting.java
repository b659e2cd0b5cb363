package clinic.portal.core.contracts;

import static clinic.portal.core.fixtures.Fixtures.uuid;

import clinic.portal.core.fakes.PlainSecrets;
import clinic.portal.core.login.Audience;
import clinic.portal.core.login.Identifier;
import clinic.portal.core.login.LinkHashes;
import clinic.portal.core.login.LinkId;
import clinic.portal.core.login.LinkRequest;
import clinic.portal.core.login.LinkRequests;
import clinic.portal.core.login.LinkRequests.Outcome;
import clinic.portal.core.login.LiveLinks;
import clinic.portal.core.login.Subject;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.EmailAddress;
import clinic.portal.core.shared.PhoneNumber;
import java.time.Duration;

/** What the two contracts about links stand on. */
public abstract class LinkSetting {
    protected static final Duration LIFE = Duration.ofMinutes(10);
    protected static final Duration MOMENT = Duration.ofSeconds(5);
    protected static final Identifier ADA = new Identifier.Email(new EmailAddress("ada@example.com"));
    protected static final Identifier ADAS_PHONE = new Identifier.Phone(new PhoneNumber("+447700900011"));
    protected static final Identifier BEN = new Identifier.Email(new EmailAddress("ben@example.com"));
    protected static final Identifier BENS_PHONE = new Identifier.Phone(new PhoneNumber("+447700900012"));

    private final PlainSecrets secrets = new PlainSecrets();
    private long asked;

    protected abstract LinkRequests requests();

    protected abstract LiveLinks links();

    protected abstract ClinicId clinic();

    protected abstract ClinicId otherClinic();

    /** A client of {@link #clinic}. */
    protected abstract Subject ada();

    /** Another client of {@link #clinic}. */
    protected abstract Subject ben();

    /** A member of staff of {@link #clinic}. */
    protected abstract Subject member();

    /** A client of {@link #otherClinic}. */
    protected abstract Subject stranger();

    /** Moves the store's clock, or all that is stored the other way. */
    protected abstract void elapse(Duration time);

    protected LinkId asked(Identifier identifier) {
        return asked(clinic(), Audience.PORTAL, identifier);
    }

    protected LinkId asked(ClinicId clinic, Audience audience, Identifier identifier) {
        var id = new LinkId(uuid(++asked));
        requests().add(clinic, id, audience, identifier);
        return id;
    }

    protected LinkId made(Subject subject, Identifier identifier) {
        return made(clinic(), subject, identifier);
    }

    /** A link asked for and made; its token and code are {@link #token} and {@link #code} of its id. */
    protected LinkId made(ClinicId clinic, Subject subject, Identifier identifier) {
        var id = asked(clinic, subject.audience(), identifier);
        requests().arm(taken(clinic, id), subject, new LinkHashes(token(id), code(id)), sealed(id), LIFE);
        return id;
    }

    protected LinkId sent(Subject subject, Identifier identifier) {
        var id = made(subject, identifier);
        requests().settle(clinic(), id, Outcome.SENT, "");
        return id;
    }

    protected LinkRequest taken(LinkId id) {
        return taken(clinic(), id);
    }

    protected byte[] token(LinkId id) {
        return secrets.hash("token " + clinic().value() + id.value());
    }

    protected byte[] code(LinkId id) {
        return secrets.keyedHash("code " + clinic().value() + id.value());
    }

    protected byte[] sealed(LinkId id) {
        return secrets.seal("token and code", id.value().toString());
    }

    private LinkRequest taken(ClinicId clinic, LinkId id) {
        return requests().take(clinic, id).orElseThrow(() -> new AssertionError("It no longer waits"));
    }
}
