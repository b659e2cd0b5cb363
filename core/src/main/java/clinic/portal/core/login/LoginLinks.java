package clinic.portal.core.login;

import clinic.portal.core.clinic.Clinic;
import clinic.portal.core.clinic.Clinics;
import clinic.portal.core.login.LinkRequests.Outcome;
import clinic.portal.core.messaging.Delivery;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.Ids;
import clinic.portal.core.shared.NoSuchThing;
import clinic.portal.core.shared.PhoneNumbers;
import java.time.Duration;
import java.util.Optional;

/**
 * Asking for login links and making them.
 *
 * <p>Asking writes one row and one job, whoever asks for whomever: only the job looks whether anybody is known by that
 * address, so neither the answer nor its time tells (SECURITY S8).
 */
public class LoginLinks {
    /** SECURITY S3. Also how long a request waits for a far end that is down: later than that, nobody waits for it. */
    public static final Duration LIFE = Duration.ofMinutes(10);

    private final LinkRequests requests;
    private final LinkQueue queue;
    private final Clinics clinics;
    private final LinkMaker maker;
    private final PhoneNumbers numbers;
    private final Ids ids;

    public LoginLinks(
            LinkRequests requests, LinkQueue queue, Clinics clinics, LinkMaker maker, PhoneNumbers numbers, Ids ids) {
        this.requests = requests;
        this.queue = queue;
        this.clinics = clinics;
        this.maker = maker;
        this.numbers = numbers;
        this.ids = ids;
    }

    /**
     * Asks for a link. Says nothing of whether anybody will get one.
     *
     * @throws NoSuchThing while the clinic's portal is off (its staff may still log in)
     */
    public void ask(ClinicId clinicId, Audience audience, Claim claim) {
        var clinic = clinics.find(clinicId)
                .filter(found -> audience == Audience.STAFF || found.portalOn())
                .orElseThrow(NoSuchThing::new);
        var id = new LinkId(ids.next());
        requests.add(clinicId, id, audience, claim.read(clinic, numbers));
        queue.enqueue(clinicId, id);
    }

    /**
     * Makes the link, if one may go out. The letter is to be sent outside any transaction, and its fate reported to
     * {@link #conclude}. Asked again for a link already made, gives the same letter while the link lives.
     */
    public Optional<LoginLetter> prepare(ClinicId clinicId, LinkId id) {
        return requests.take(clinicId, id).flatMap(request -> {
            Clinic clinic = clinics.find(clinicId).orElseThrow(NoSuchThing::new);
            return maker.make(clinic, request);
        });
    }

    /** @return whether to try again later */
    public boolean conclude(ClinicId clinicId, LinkId id, Delivery delivery) {
        switch (delivery) {
            case Delivery.TryLater later -> {
                return true;
            }
            case Delivery.Sent sent -> requests.settle(clinicId, id, Outcome.SENT, "");
            case Delivery.Unknown unknown -> requests.settle(clinicId, id, Outcome.UNCERTAIN, unknown.reason());
            case Delivery.Rejected rejected -> requests.settle(clinicId, id, Outcome.REJECTED, rejected.reason());
        }
        return false;
    }

    /** Forgets what nobody can use any more. */
    public int tidy(ClinicId clinicId) {
        return requests.forget(clinicId, Duration.ofDays(2));
    }
}
