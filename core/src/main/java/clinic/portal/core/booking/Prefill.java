package clinic.portal.core.booking;

import clinic.portal.core.booking.OneTimeKeys.Purpose;
import clinic.portal.core.booking.OneTimeKeys.Spending;
import clinic.portal.core.client.Profile;
import clinic.portal.core.client.Profiles;
import clinic.portal.core.clinic.Clinic;
import clinic.portal.core.clinic.Clinics;
import clinic.portal.core.clinic.PortalAddresses;
import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.NoSuchThing;
import clinic.portal.core.shared.Secrets;
import clinic.portal.core.shared.Viewer;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A logged-in client opens the booking form with their details in it: one tap instead of three fields (DESIGN §6). */
public class Prefill {
    /** SECURITY S3. */
    public static final Duration TOKEN_LIFE = Duration.ofMinutes(5);

    /** As long as somebody takes to choose a time. */
    public static final Duration GRANT_LIFE = Duration.ofMinutes(15);

    private final OneTimeKeys keys;
    private final Profiles profiles;
    private final Clinics clinics;
    private final Secrets secrets;
    private final PortalAddresses addresses;

    public Prefill(OneTimeKeys keys, Profiles profiles, Clinics clinics, Secrets secrets, PortalAddresses addresses) {
        this.keys = keys;
        this.profiles = profiles;
        this.clinics = clinics;
        this.secrets = secrets;
        this.addresses = addresses;
    }

    public Token create(Viewer.Client viewer) {
        Clinic clinic = clinics.find(viewer.acting().clinic()).orElseThrow(NoSuchThing::new);
        String token = secrets.token();
        Instant expiresAt =
                keys.add(viewer.clinic(), Purpose.PREFILL, secrets.hash(token), viewer.client(), TOKEN_LIFE);
        return new Token(token, expiresAt, addresses.bookingLink(clinic.slug(), token), clinic.zone());
    }

    /**
     * Spends the token.
     *
     * @throws PrefillInvalid where nobody was given it at this clinic, or its client is known no more
     * @throws PrefillExpired after five minutes
     * @throws PrefillUsed the second time
     */
    public Redeemed redeem(ClinicId clinicId, String token) {
        Clinic clinic = clinics.find(clinicId).filter(Clinic::portalOn).orElseThrow(NoSuchThing::new);
        ClientId client = switch (keys.spend(clinicId, Purpose.PREFILL, secrets.hash(token))) {
            case Spending.Spent spent -> spent.client();
            case Spending.AlreadyUsed used -> throw new PrefillUsed();
            case Spending.Expired expired -> throw new PrefillExpired();
            case Spending.Unknown unknown -> throw new PrefillInvalid();
        };
        Profile profile = profiles.find(clinicId, client).orElseThrow(PrefillInvalid::new);
        String grant = secrets.token();
        Instant expiresAt = keys.add(clinicId, Purpose.BOOKING, secrets.hash(grant), client, GRANT_LIFE);
        return new Redeemed(profile, grant, expiresAt, clinic.zone());
    }

    /**
     * Takes away keys that nobody can use any more.
     *
     * @return how many
     */
    public int tidy(ClinicId clinic) {
        return keys.tidy(clinic);
    }

    /** @param token raw; lives in this answer only */
    public record Token(String token, Instant expiresAt, URI bookingUrl, ZoneId zone) {
        @Override
        public String toString() {
            return "Token[...]";
        }
    }

    /** @param grant raw; lives in this answer only */
    public record Redeemed(Profile client, String grant, Instant expiresAt, ZoneId zone) {
        @Override
        public String toString() {
            return "Redeemed[...]";
        }
    }
}
