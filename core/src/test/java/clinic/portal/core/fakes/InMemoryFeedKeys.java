package clinic.portal.core.fakes;

import clinic.portal.core.booking.FeedKeys;
import clinic.portal.core.catalogue.PractitionerId;
import clinic.portal.core.catalogue.Practitioners;
import clinic.portal.core.shared.ClinicId;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

public final class InMemoryFeedKeys implements FeedKeys {
    private record Key(ClinicId clinic, PractitionerId practitioner) {}

    private final Map<Key, byte[]> hashes = new ConcurrentHashMap<>();
    private final Practitioners practitioners;

    public InMemoryFeedKeys(Practitioners practitioners) {
        this.practitioners = practitioners;
    }

    @Override
    public void put(ClinicId clinic, PractitionerId practitioner, byte[] hash) {
        hashes.put(new Key(clinic, practitioner), hash.clone());
    }

    @Override
    public void remove(ClinicId clinic, PractitionerId practitioner) {
        hashes.remove(new Key(clinic, practitioner));
    }

    @Override
    public Optional<PractitionerId> find(ClinicId clinic, byte[] hash) {
        return hashes.entrySet().stream()
                .filter(entry -> entry.getKey().clinic.equals(clinic) && Arrays.equals(entry.getValue(), hash))
                .map(entry -> entry.getKey().practitioner)
                .findFirst()
                .flatMap(id -> practitioners.find(clinic, id))
                .filter(found -> !found.plan().archived())
                .map(found -> found.id());
    }
}
