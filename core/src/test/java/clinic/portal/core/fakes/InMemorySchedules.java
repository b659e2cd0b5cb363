package clinic.portal.core.fakes;

import clinic.portal.core.calendar.Schedule;
import clinic.portal.core.calendar.Schedule.Column;
import clinic.portal.core.calendar.Schedule.House;
import clinic.portal.core.calendar.Schedule.RoomColumn;
import clinic.portal.core.calendar.Schedules;
import clinic.portal.core.catalogue.Practitioner;
import clinic.portal.core.catalogue.PractitionerId;
import clinic.portal.core.catalogue.Treatment;
import clinic.portal.core.clinic.BookingPolicy;
import clinic.portal.core.clinic.Clinic;
import clinic.portal.core.shared.ClinicId;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Locks nothing, but tells what was locked. Busy times are those of all days: what lies outside a query changes nothing. */
public final class InMemorySchedules implements Schedules {
    /** What a clinic begins with. */
    public static final BookingPolicy USUAL =
            new BookingPolicy(Duration.ofHours(2), 180, Duration.ofMinutes(15), Duration.ofHours(24));

    private final Map<ClinicId, BookingPolicy> policies = new ConcurrentHashMap<>();
    private final List<PractitionerId> alone = new CopyOnWriteArrayList<>();
    private final List<ClinicId> stopped = new CopyOnWriteArrayList<>();
    private final List<Query> reads = new CopyOnWriteArrayList<>();
    private final InMemoryDiary diary;
    private final OccupiedTime occupied;

    InMemorySchedules(InMemoryDiary diary, OccupiedTime occupied) {
        this.diary = diary;
        this.occupied = occupied;
    }

    public void decide(ClinicId clinic, BookingPolicy policy) {
        policies.put(clinic, policy);
    }

    /** Whose time was locked by {@link #alone(ClinicId, PractitionerId)}, in turn. */
    public List<PractitionerId> lockedAlone() {
        return List.copyOf(alone);
    }

    /** Where booking was stopped, in turn. */
    public List<ClinicId> stopped() {
        return List.copyOf(stopped);
    }

    /** What was asked for, in turn. */
    public List<Query> reads() {
        return List.copyOf(reads);
    }

    @Override
    public Optional<Schedule> read(ClinicId clinic, Query query) {
        reads.add(query);
        return diary.clinics
                .find(clinic)
                .flatMap(known -> diary.treatments
                        .find(clinic, query.treatment())
                        .map(treatment -> schedule(known, treatment, query)));
    }

    @Override
    public Optional<Schedule> readAlone(ClinicId clinic, Query query) {
        occupied.clearExpired(clinic);
        return read(clinic, query);
    }

    @Override
    public void alone(ClinicId clinic, PractitionerId practitioner) {
        alone.add(practitioner);
    }

    @Override
    public void stopBooking(ClinicId clinic) {
        stopped.add(clinic);
    }

    private Schedule schedule(Clinic clinic, Treatment treatment, Query query) {
        Set<Object> own = new HashSet<>();
        if (query.holding() != null) {
            own.add(query.holding());
        }
        if (query.moving() != null) {
            own.add(query.moving());
        }
        return new Schedule(
                new House(
                        clinic.zone(),
                        policies.getOrDefault(clinic.id(), USUAL),
                        clinic.portalOn(),
                        clinic.bookingOn()),
                treatment,
                columns(clinic.id(), treatment, query, own),
                rooms(clinic.id(), treatment, own),
                diary.closures.within(clinic.id(), query.from(), query.to()));
    }

    private List<Column> columns(ClinicId clinic, Treatment treatment, Query query, Set<Object> own) {
        return treatment.plan().practitioners().stream()
                .filter(each -> query.practitioner() == null || each.equals(query.practitioner()))
                .flatMap(each -> diary.practitioners.find(clinic, each).stream())
                .filter(each -> !each.plan().archived())
                .sorted(Comparator.comparing((Practitioner each) -> each.plan().name()))
                .map(each -> new Column(
                        each.id(),
                        each.plan().name(),
                        diary.hours.of(clinic, each.id()),
                        occupied.of(clinic, each.id().value(), own)))
                .toList();
    }

    private List<RoomColumn> rooms(ClinicId clinic, Treatment treatment, Set<Object> own) {
        String kind = treatment.plan().roomKind();
        return kind == null
                ? List.of()
                : diary.rooms
                        .ofKind(clinic, kind)
                        .map(each -> new RoomColumn(
                                each.id(), occupied.of(clinic, each.id().value(), own)))
                        .toList();
    }
}
