package clinic.portal.core.login;

import clinic.portal.core.client.Profile;
import clinic.portal.core.clinic.Clinic;
import clinic.portal.core.clinic.Clinics;
import clinic.portal.core.clinic.PortalAddresses;
import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.NoSuchThing;
import clinic.portal.core.shared.Right;
import clinic.portal.core.shared.Secrets;
import clinic.portal.core.shared.Traced;
import clinic.portal.core.shared.Viewer;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A member of staff asks to look at the portal through a client's eyes, whether it is on or still off (SECURITY S19). */
public class Previews {
    /** To open the page in. */
    public static final Duration KEY_LIFE = Duration.ofMinutes(10);

    private static final Duration KEPT = Duration.ofDays(1);

    private final PreviewClients people;
    private final PreviewKeys keys;
    private final Clinics clinics;
    private final Secrets secrets;
    private final PortalAddresses addresses;

    public Previews(
            PreviewClients people, PreviewKeys keys, Clinics clinics, Secrets secrets, PortalAddresses addresses) {
        this.people = people;
        this.keys = keys;
        this.clinics = clinics;
        this.secrets = secrets;
        this.addresses = addresses;
    }

    /**
     * @param wanted a sample client where absent
     * @throws NoSuchThing for a client who is not the clinic's
     */
    public Made create(Viewer.Member viewer, @Nullable ClientId wanted) {
        Clinic clinic = clinics.find(viewer.may(Right.PREVIEW).clinic()).orElseThrow(NoSuchThing::new);
        Profile client = people.choose(clinic, wanted);
        String token = secrets.token();
        Instant expiresAt = keys.add(clinic.id(), secrets.hash(token), client.id(), viewer.member(), KEY_LIFE);
        return new Made(client, token, addresses.preview(clinic.slug(), token), expiresAt, clinic.zone());
    }

    /** Takes away keys that nobody can use any more. */
    public int tidy(ClinicId clinic) {
        return keys.forget(clinic, KEPT);
    }

    /** @param token raw; lives in this answer only, and in {@code url} */
    public record Made(Profile client, String token, URI url, Instant expiresAt, ZoneId zone) implements Traced {
        @Override
        public UUID trace() {
            return client.id().value();
        }

        @Override
        public String toString() {
            return "Made[...]";
        }
    }
}
