package clinic.portal.core.login;

import clinic.portal.core.clinic.Clinic;
import clinic.portal.core.clinic.Clinics;
import clinic.portal.core.login.LiveLinks.Spending;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.Ids;
import clinic.portal.core.shared.NoSuchThing;
import clinic.portal.core.shared.PhoneNumbers;
import clinic.portal.core.shared.Refusal;
import clinic.portal.core.shared.Secrets;
import clinic.portal.core.shared.SessionId;

/** Spending login links. */
public class Login {
    /** SECURITY S11. */
    public static final int CODE_TRIES = 5;

    private final LiveLinks links;
    private final Sessions sessions;
    private final Clinics clinics;
    private final Secrets secrets;
    private final PhoneNumbers numbers;
    private final Ids ids;

    public Login(LiveLinks links, Sessions sessions, Clinics clinics, Secrets secrets, PhoneNumbers numbers, Ids ids) {
        this.links = links;
        this.sessions = sessions;
        this.clinics = clinics;
        this.secrets = secrets;
        this.numbers = numbers;
        this.ids = ids;
    }

    /**
     * Spends a link and opens a session. A refusal is given back, not thrown: a wrong code must stay counted, and
     * throwing would undo that.
     *
     * @throws NoSuchThing while the clinic's portal is off
     */
    public Redemption open(ClinicId clinicId, Audience audience, Proof proof) {
        Clinic clinic = clinics.find(clinicId)
                .filter(found -> audience == Audience.STAFF || found.portalOn())
                .orElseThrow(NoSuchThing::new);
        return switch (spend(clinic, audience, proof)) {
            case Spending.Spent spent -> signIn(clinicId, spent.subject());
            case Spending.AlreadyUsed used -> new Redemption.Refused(new LinkUsed());
            case Spending.Expired expired -> new Redemption.Refused(new LinkExpired());
            case Spending.Unknown unknown -> new Redemption.Refused(new LinkInvalid());
        };
    }

    private Spending spend(Clinic clinic, Audience audience, Proof proof) {
        return switch (proof) {
            case Proof.Token token -> links.spend(clinic.id(), audience, secrets.hash(token.raw()));
            case Proof.Code code -> {
                var identifier = code.claim().read(clinic, numbers);
                var hash = CodeHash.of(secrets, clinic.id(), identifier, code.digits());
                yield links.spendByCode(clinic.id(), audience, identifier, hash, CODE_TRIES);
            }
        };
    }

    private Redemption signIn(ClinicId clinic, Subject subject) {
        String refreshToken = secrets.token();
        var session = sessions.open(
                clinic,
                new SessionId(ids.next()),
                subject,
                secrets.hash(refreshToken),
                SessionKeeping.LIFE,
                SessionKeeping.IDLE);
        return new Redemption.SignedIn(session, refreshToken);
    }

    /** What came of trying to log in. */
    public sealed interface Redemption {
        record SignedIn(Session session, String refreshToken) implements Redemption {
            @Override
            public String toString() {
                return "SignedIn[" + session.id() + "]";
            }
        }

        record Refused(Refusal why) implements Redemption {}
    }
}
