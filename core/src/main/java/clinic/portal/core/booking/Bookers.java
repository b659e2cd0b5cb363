package clinic.portal.core.booking;

import clinic.portal.core.booking.OneTimeKeys.Purpose;
import clinic.portal.core.booking.OneTimeKeys.Spending;
import clinic.portal.core.client.Guests;
import clinic.portal.core.clinic.Clinic;
import clinic.portal.core.clinic.Clinics;
import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.EmailAddress;
import clinic.portal.core.shared.Ids;
import clinic.portal.core.shared.Invalid;
import clinic.portal.core.shared.Invalid.Violation;
import clinic.portal.core.shared.NoSuchThing;
import clinic.portal.core.shared.PhoneNumber;
import clinic.portal.core.shared.PhoneNumbers;
import clinic.portal.core.shared.Secrets;
import java.util.ArrayList;

/** Who is booking, of those who have not logged in. */
public final class Bookers {
    private final OneTimeKeys keys;
    private final Secrets secrets;
    private final Guests guests;
    private final PhoneNumbers numbers;
    private final Clinics clinics;
    private final Ids ids;

    public Bookers(OneTimeKeys keys, Secrets secrets, Guests guests, PhoneNumbers numbers, Clinics clinics, Ids ids) {
        this.keys = keys;
        this.secrets = secrets;
        this.guests = guests;
        this.numbers = numbers;
        this.clinics = clinics;
        this.ids = ids;
    }

    /**
     * Spends the grant, which a refused booking undoes.
     *
     * @throws GrantInvalid where nobody was given it at this clinic
     * @throws GrantExpired after fifteen minutes
     * @throws GrantUsed where something was booked with it
     */
    ClientId byGrant(ClinicId clinic, String grant) {
        return switch (keys.spend(clinic, Purpose.BOOKING, secrets.hash(grant))) {
            case Spending.Spent spent -> spent.client();
            case Spending.AlreadyUsed used -> throw new GrantUsed();
            case Spending.Expired expired -> throw new GrantExpired();
            case Spending.Unknown unknown -> throw new GrantInvalid();
        };
    }

    /** @throws Invalid where address or number is none; names both at once */
    Reachable read(ClinicId clinicId, Guest guest) {
        Clinic clinic = clinics.find(clinicId).filter(Clinic::portalOn).orElseThrow(NoSuchThing::new);
        var email = EmailAddress.read(guest.email());
        var phone = numbers.read(guest.phone(), clinic.country());
        var wrong = new ArrayList<Violation>();
        String name = guest.name().strip();
        if (name.isEmpty()) {
            wrong.add(new Violation("/contact/name", "required", "Give a name."));
        }
        if (email.isEmpty()) {
            wrong.add(new Violation("/contact/email", "invalid_email", "This is not an e-mail address."));
        }
        if (phone.isEmpty()) {
            wrong.add(new Violation(
                    "/contact/phone",
                    "invalid_phone",
                    "This is not a phone number; begin with + and the country code."));
        }
        if (!wrong.isEmpty()) {
            throw new Invalid(wrong);
        }
        return new Reachable(name, email.orElseThrow(), phone.orElseThrow());
    }

    /** Somebody the clinic knows by both, or somebody new. */
    ClientId byContact(ClinicId clinic, Reachable guest) {
        return guests.match(clinic, guest.email(), guest.phone()).orElseGet(() -> {
            var fresh = new ClientId(ids.next());
            guests.add(clinic, fresh, guest.name(), guest.email(), guest.phone());
            return fresh;
        });
    }

    record Reachable(String name, EmailAddress email, PhoneNumber phone) {}
}
