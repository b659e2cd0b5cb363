package clinic.portal.core.fakes;

import clinic.portal.core.booking.Appointment;
import clinic.portal.core.booking.Holds;
import clinic.portal.core.calendar.HoldId;
import clinic.portal.core.catalogue.PractitionerId;
import clinic.portal.core.shared.ClinicId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

public final class InMemoryHolds implements Holds {
    private final OccupiedTime occupied;
    private final Clock clock;
    private final Map<HoldId, PractitionerId> practitioners = new ConcurrentHashMap<>();

    InMemoryHolds(OccupiedTime occupied, Clock clock) {
        this.occupied = occupied;
        this.clock = clock;
    }

    @Override
    public Instant add(ClinicId clinic, HoldId id, Appointment.Place place, Duration life) {
        Instant expiresAt = clock.instant().plus(life);
        occupied.take(clinic, place, id, expiresAt);
        practitioners.put(id, place.practitioner());
        return expiresAt;
    }

    @Override
    public Optional<PractitionerId> practitionerOf(ClinicId clinic, HoldId id) {
        return occupied.isHeld(clinic, id) ? Optional.ofNullable(practitioners.get(id)) : Optional.empty();
    }

    @Override
    public void release(ClinicId clinic, HoldId id) {
        occupied.release(clinic, id);
    }

    @Override
    public int tidy(ClinicId clinic) {
        return occupied.clearExpired(clinic).size();
    }
}
