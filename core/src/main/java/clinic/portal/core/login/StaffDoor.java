package clinic.portal.core.login;

import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.EmailAddress;
import clinic.portal.core.shared.Invalid;
import clinic.portal.core.shared.Invalid.Violation;
import clinic.portal.core.shared.NoSuchThing;
import clinic.portal.core.shared.PhoneNumbers;
import clinic.portal.core.shared.Secrets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * For staff who do not say at which clinic: each clinic they work at sends them a link of its own, and by the one they open
 * they choose.
 *
 * <p>Asking writes one job, whoever asks for whomever; only the job looks where anybody by that address works (SECURITY
 * S8). What each clinic then lets go out, its own limits say.
 */
public class StaffDoor {
    private static final String CONTEXT = "staff-login-anywhere";

    private final RoundQueue queue;
    private final StaffDirectory directory;
    private final LoginLinks links;
    private final Secrets secrets;
    private final PhoneNumbers numbers;
    private final Clock clock;

    public StaffDoor(
            RoundQueue queue,
            StaffDirectory directory,
            LoginLinks links,
            Secrets secrets,
            PhoneNumbers numbers,
            Clock clock) {
        this.queue = queue;
        this.directory = directory;
        this.links = links;
        this.secrets = secrets;
        this.numbers = numbers;
        this.clock = clock;
    }

    /**
     * Asks for a link of one clinic, if it is one. What cannot be read is refused before the clinic is looked for; a number
     * that only the clinic's country makes unreadable is nobody's, for to refuse it would tell that there is such a clinic.
     *
     * @param look finds the clinic
     */
    public void askAt(Supplier<Optional<ClinicId>> look, Claim claim) {
        claim.requireReadable(numbers);
        look.get().ifPresent(clinic -> {
            try {
                links.ask(clinic, Audience.STAFF, claim);
            } catch (Invalid unreadable) {
                return;
            }
        });
    }

    /** Asks for links to wherever somebody works. Says nothing of whether anybody will get one. */
    public void askAnywhere(String email) {
        var address = EmailAddress.read(email)
                .orElseThrow(() -> new Invalid(
                        List.of(new Violation("/email", "invalid_email", "This is not an e-mail address."))));
        queue.enqueue(secrets.seal(address.value(), CONTEXT), clock.instant());
    }

    /**
     * Asks each clinic in turn. Done twice, as after a crash, it does no harm: a clinic sends no second link within the
     * minute.
     */
    public void goRound(byte[] sealed, Instant askedAt) {
        if (Duration.between(askedAt, clock.instant()).compareTo(LoginLinks.LIFE) > 0) {
            // Nobody waits for it any more.
            return;
        }
        secrets.open(sealed, CONTEXT).map(EmailAddress::new).ifPresent(this::askEach);
    }

    private void askEach(EmailAddress address) {
        for (var clinic : directory.clinicsOf(address)) {
            try {
                links.ask(clinic, Audience.STAFF, new Claim(address.value(), null));
            } catch (NoSuchThing gone) {
                // The clinic went between the looking and the asking; the others still get to know.
                continue;
            }
        }
    }
}
