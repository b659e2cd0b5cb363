package clinic.portal.core.fakes;

import clinic.portal.core.client.Profile;
import clinic.portal.core.client.Profiles;
import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.ClinicId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

public final class InMemoryProfiles implements Profiles {
    private record Key(ClinicId clinic, ClientId client) {}

    private final Map<Key, Profile> profiles = new ConcurrentHashMap<>();

    /** Adds the client, or puts them in place of the one with their id. */
    public void put(ClinicId clinic, Profile profile) {
        profiles.put(new Key(clinic, profile.id()), profile);
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
