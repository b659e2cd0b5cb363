package clinic.portal.core.fakes;

import clinic.portal.core.client.Profile;
import clinic.portal.core.client.Profiles;
import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.ClinicId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

public final class InMemoryProfiles implements Profiles {
    private record Key(ClinicId clinic, ClientId client) {}

    private final Set<ClientId> guests = ConcurrentHashMap.newKeySet();
    private final Set<ClientId> samples = ConcurrentHashMap.newKeySet();
    private final Map<Key, Profile> profiles = new ConcurrentHashMap<>();

    /** Adds the client, or puts them in place of the one with their id. */
    public void put(ClinicId clinic, Profile profile) {
        profiles.put(new Key(clinic, profile.id()), profile);
    }

    /** Whom nobody but a preview knows. */
    void putSample(ClinicId clinic, Profile profile) {
        samples.add(profile.id());
        put(clinic, profile);
    }

    /** Who has proven nothing yet. */
    void putGuest(ClinicId clinic, Profile profile) {
        guests.add(profile.id());
        put(clinic, profile);
    }

    boolean isGuest(ClientId client) {
        return guests.contains(client);
    }

    boolean isSample(Profile profile) {
        return samples.contains(profile.id());
    }

    public void erase(ClinicId clinic, ClientId client) {
        profiles.remove(new Key(clinic, client));
    }

    @Override
    public Optional<Profile> find(ClinicId clinic, ClientId client) {
        return Optional.ofNullable(profiles.get(new Key(clinic, client)));
    }

    Stream<Profile> of(ClinicId clinic) {
        return profiles.entrySet().stream()
                .filter(entry -> entry.getKey().clinic().equals(clinic))
                .map(Map.Entry::getValue);
    }
}
