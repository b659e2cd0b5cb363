package clinic.portal.core.fakes;

import clinic.portal.core.client.Guests;
import clinic.portal.core.client.Profile;
import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.EmailAddress;
import clinic.portal.core.shared.PhoneNumber;
import java.util.Comparator;
import java.util.Optional;

/** Among the profiles; whoever is there already was entered by the clinic. */
public final class InMemoryGuests implements Guests {
    private final InMemoryProfiles profiles;

    public InMemoryGuests(InMemoryProfiles profiles) {
        this.profiles = profiles;
    }

    @Override
    public Optional<ClientId> match(ClinicId clinic, EmailAddress email, PhoneNumber phone) {
        return profiles.of(clinic)
                .filter(known -> email.equals(known.email()) && phone.equals(known.phone()))
                .map(Profile::id)
                .min(Comparator.<ClientId, Boolean>comparing(profiles::isGuest)
                        .thenComparing(Keyset.byId(ClientId::value)));
    }

    @Override
    public void add(ClinicId clinic, ClientId id, String name, EmailAddress email, PhoneNumber phone) {
        profiles.putGuest(clinic, new Profile(id, name, email, phone));
    }
}
