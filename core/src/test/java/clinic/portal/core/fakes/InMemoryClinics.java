package clinic.portal.core.fakes;

import clinic.portal.core.clinic.Clinic;
import clinic.portal.core.clinic.ClinicDirectory;
import clinic.portal.core.clinic.Clinics;
import clinic.portal.core.clinic.Slug;
import clinic.portal.core.clinic.Slugs;
import clinic.portal.core.shared.ClinicId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;

public final class InMemoryClinics implements Clinics, ClinicDirectory, Slugs {
    private record Retired(ClinicId clinic, Instant at) {}

    private final Map<ClinicId, Clinic> clinics = new ConcurrentSkipListMap<>(Keyset.byId(ClinicId::value));

    private final Map<Slug, Retired> retired = new ConcurrentHashMap<>();
    private final Clock clock;

    public InMemoryClinics(Clock clock) {
        this.clock = clock;
    }

    /** Adds the clinic, or puts it in place of the one with its id. */
    public void put(Clinic clinic) {
        clinics.put(clinic.id(), clinic);
    }

    @Override
    public Optional<Clinic> find(ClinicId clinic) {
        return Optional.ofNullable(clinics.get(clinic));
    }

    @Override
    public Optional<ClinicId> find(Slug slug) {
        return clinics.values().stream()
                .filter(clinic -> clinic.slug().equals(slug))
                .map(Clinic::id)
                .findFirst();
    }

    @Override
    public Optional<ClinicId> formerly(Slug slug, Duration lately) {
        return Optional.ofNullable(retired.get(slug))
                .filter(old -> find(slug).isEmpty())
                .filter(old -> old.at().plus(lately).isAfter(clock.instant()))
                .map(Retired::clinic);
    }

    @Override
    public synchronized boolean take(ClinicId clinic, Slug slug) {
        var holder = find(slug).or(() -> Optional.ofNullable(retired.get(slug)).map(Retired::clinic));
        if (holder.filter(other -> !other.equals(clinic)).isPresent()) {
            return false;
        }
        find(clinic).ifPresent(known -> retired.put(known.slug(), new Retired(clinic, clock.instant())));
        retired.remove(slug);
        return true;
    }

    @Override
    public Set<Slug> retired(ClinicId clinic) {
        return retired.keySet().stream()
                .filter(slug -> Optional.ofNullable(retired.get(slug))
                        .filter(old -> old.clinic().equals(clinic))
                        .isPresent())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public synchronized int forget(ClinicId clinic, Duration age) {
        int before = retired.size();
        retired.values()
                .removeIf(
                        old -> old.clinic().equals(clinic) && old.at().plus(age).isBefore(clock.instant()));
        return before - retired.size();
    }

    @Override
    public List<ClinicId> all() {
        return List.copyOf(clinics.keySet());
    }
}
