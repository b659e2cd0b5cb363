package clinic.portal.core.fakes;

import clinic.portal.core.clinic.Clinic;
import clinic.portal.core.clinic.ClinicDirectory;
import clinic.portal.core.clinic.Clinics;
import clinic.portal.core.clinic.Slug;
import clinic.portal.core.shared.ClinicId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

public final class InMemoryClinics implements Clinics, ClinicDirectory {
    private final Map<ClinicId, Clinic> clinics = new ConcurrentSkipListMap<>(Keyset.byId(ClinicId::value));

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
    public List<ClinicId> all() {
        return List.copyOf(clinics.keySet());
    }
}
