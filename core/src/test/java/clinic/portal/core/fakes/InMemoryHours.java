package clinic.portal.core.fakes;

import clinic.portal.core.calendar.HoursBook;
import clinic.portal.core.calendar.WorkingHours;
import clinic.portal.core.catalogue.PractitionerId;
import clinic.portal.core.catalogue.Practitioners;
import clinic.portal.core.clinic.Clinics;
import clinic.portal.core.shared.ClinicId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

public final class InMemoryHours implements HoursBook {
    private record Key(ClinicId clinic, PractitionerId practitioner) {}

    private record Kept(WorkingHours hours, int version) {
        static final Kept NEVER = new Kept(WorkingHours.NONE, 0);
    }

    private final Map<Key, Kept> hours = new ConcurrentHashMap<>();
    private final Practitioners practitioners;
    private final Clinics clinics;

    InMemoryHours(Practitioners practitioners, Clinics clinics) {
        this.practitioners = practitioners;
        this.clinics = clinics;
    }

    /** Writes the hours, whatever the version. */
    public void put(ClinicId clinic, PractitionerId practitioner, WorkingHours wanted) {
        hours.merge(
                new Key(clinic, practitioner),
                new Kept(wanted, 1),
                (known, fresh) -> new Kept(wanted, known.version() + 1));
    }

    WorkingHours of(ClinicId clinic, PractitionerId practitioner) {
        return hours.getOrDefault(new Key(clinic, practitioner), Kept.NEVER).hours();
    }

    @Override
    public Optional<Versioned> find(ClinicId clinic, PractitionerId practitioner) {
        if (practitioners.find(clinic, practitioner).isEmpty()) {
            return Optional.empty();
        }
        var kept = hours.getOrDefault(new Key(clinic, practitioner), Kept.NEVER);
        return clinics.find(clinic).map(known -> new Versioned(kept.hours, kept.version, known.zone()));
    }

    @Override
    public synchronized boolean replace(ClinicId clinic, PractitionerId practitioner, int version, WorkingHours to) {
        boolean current = find(clinic, practitioner)
                .filter(known -> known.version() == version)
                .isPresent();
        if (current) {
            hours.put(new Key(clinic, practitioner), new Kept(to, version + 1));
        }
        return current;
    }
}
