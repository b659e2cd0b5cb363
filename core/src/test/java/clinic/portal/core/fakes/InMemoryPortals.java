package clinic.portal.core.fakes;

import clinic.portal.core.clinic.BookingPolicy;
import clinic.portal.core.clinic.Clinic;
import clinic.portal.core.clinic.Portal;
import clinic.portal.core.clinic.Portals;
import clinic.portal.core.shared.ClinicId;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Portals of the clinics that {@link InMemoryClinics} knows: what is changed of a clinic there shows here, and back. */
public final class InMemoryPortals implements Portals {
    /** What a clinic has that has settled nothing. */
    public static final BookingPolicy USUAL =
            new BookingPolicy(Duration.ofHours(2), 180, Duration.ofMinutes(15), Duration.ofHours(24));

    private record Rest(BookingPolicy policy, boolean secondFactorRequired, int version) {}

    private final InMemoryClinics clinics;
    private final Map<ClinicId, Rest> rest = new ConcurrentHashMap<>();
    private final Set<ClinicId> priced = ConcurrentHashMap.newKeySet();

    public InMemoryPortals(InMemoryClinics clinics) {
        this.clinics = clinics;
    }

    /** From now on there are prices. */
    public void price(ClinicId clinic) {
        priced.add(clinic);
    }

    @Override
    public Optional<Portal> find(ClinicId clinic) {
        return clinics.find(clinic).map(this::toPortal);
    }

    @Override
    public Optional<Portal> lock(ClinicId clinic) {
        return find(clinic);
    }

    @Override
    public boolean hasPrices(ClinicId clinic) {
        return priced.contains(clinic);
    }

    @Override
    public void save(ClinicId clinic, Portal portal) {
        clinics.put(portal.clinic());
        rest.put(clinic, new Rest(portal.policy(), portal.secondFactorRequired(), portal.version()));
    }

    private Portal toPortal(Clinic clinic) {
        var more = rest.getOrDefault(clinic.id(), new Rest(USUAL, false, 0));
        return new Portal(clinic, more.policy, more.secondFactorRequired, more.version);
    }
}
