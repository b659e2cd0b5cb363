package clinic.portal.core.login;

import clinic.portal.core.clinic.Clinic;
import clinic.portal.core.clinic.Clinics;
import clinic.portal.core.login.LiveLinks.Spending;
import clinic.portal.core.shared.Arrival;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.NoSuchThing;
import clinic.portal.core.shared.PhoneNumbers;
import clinic.portal.core.shared.Refusal;
import clinic.portal.core.shared.Secrets;
import clinic.portal.core.shared.Viewer;
import org.jspecify.annotations.Nullable;

/** Spending login links. */
public class Login {
    /** SECURITY S11. */
    public static final int CODE_TRIES = 5;

    /** Of a second factor, with one link. */
    public static final int FACTOR_TRIES = 5;

    private final LiveLinks links;
    private final SessionOpening sessions;
    private final SecondFactorKeeping factors;
    private final Clinics clinics;
    private final Secrets secrets;
    private final PhoneNumbers numbers;

    public Login(
            LiveLinks links,
            SessionOpening sessions,
            SecondFactorKeeping factors,
            Clinics clinics,
            Secrets secrets,
            PhoneNumbers numbers) {
        this.links = links;
        this.sessions = sessions;
        this.factors = factors;
        this.clinics = clinics;
        this.secrets = secrets;
        this.numbers = numbers;
    }

    /** As below, for who has no second factor. */
    public Redemption open(ClinicId clinicId, Audience audience, Proof proof) {
        return open(clinicId, audience, proof, null);
    }

    /**
     * Spends a link and opens a session. A refusal is given back, not thrown: a wrong code must stay counted, and
     * throwing would undo that.
     *
     * @param secondFactor of a member of staff: the code that their phone shows, or a recovery code. Where one is asked
     *     for and this is not it, the link stays good
     * @throws NoSuchThing while the clinic's portal is off
     */
    public Redemption open(ClinicId clinicId, Audience audience, Proof proof, @Nullable String secondFactor) {
        Clinic clinic = clinics.find(clinicId)
                .filter(found -> audience == Audience.STAFF || found.portalOn())
                .orElseThrow(NoSuchThing::new);
        return switch (spend(clinic, audience, proof)) {
            case Spending.Spent spent -> signIn(clinicId, spent, secondFactor);
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

    private Redemption signIn(ClinicId clinic, Spending.Spent spent, @Nullable String secondFactor) {
        return switch (spent.subject()) {
            case Subject.OfClient client -> sessions.open(clinic, client);
            case Subject.OfStaff member ->
                switch (factors.answer(clinic, member.id(), secondFactor)) {
                    case NOT_ASKED, RIGHT -> sessions.open(clinic, member);
                    case MISSING -> {
                        links.giveBack(clinic, spent.link(), false, FACTOR_TRIES);
                        yield new Redemption.Refused(new SecondFactorMissing());
                    }
                    case WRONG -> {
                        links.giveBack(clinic, spent.link(), true, FACTOR_TRIES);
                        yield new Redemption.Refused(new SecondFactorInvalid());
                    }
                };
        };
    }

    /** What came of trying to log in. */
    public sealed interface Redemption {
        record SignedIn(Session session, String refreshToken) implements Redemption, Arrival {
            @Override
            public Viewer arrived() {
                return session.viewer();
            }

            @Override
            public String toString() {
                return "SignedIn[" + session.id() + "]";
            }
        }

        record Refused(Refusal why) implements Redemption {}
    }
}
