package clinic.portal.core.calendar;

import clinic.portal.core.calendar.Schedules.Query;
import clinic.portal.core.catalogue.PractitionerId;
import clinic.portal.core.catalogue.TreatmentId;
import clinic.portal.core.shared.AppointmentId;
import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.Invalid;
import clinic.portal.core.shared.Invalid.Violation;
import clinic.portal.core.shared.NoSuchThing;
import clinic.portal.core.shared.Viewer;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When a treatment can be had. Reads once, and once more to look ahead where the range has nothing. */
public class Availability {
    public static final int LONGEST_DAYS = 31;

    private final Schedules schedules;
    private final Visits visits;
    private final Clock clock;

    public Availability(Schedules schedules, Visits visits, Clock clock) {
        this.schedules = schedules;
        this.visits = visits;
        this.clock = clock;
    }

    /**
     * @param client whose own conditions count too; nobody's for a stranger
     * @throws NoSuchThing while the portal is off, for a treatment that clients cannot book, and for the moving of an
     *     appointment that is not theirs
     * @throws Invalid for a range that is no range, or more than 31 days
     */
    public Offer find(ClinicId clinic, @Nullable ClientId client, Search search) {
        return find(clinic, client, false, search);
    }

    /** The same, for somebody who is in already: a preview sees it while the portal is off. */
    public Offer find(Viewer.Client viewer, Search search) {
        return find(viewer.clinic(), viewer.client(), viewer.preview(), search);
    }

    private Offer find(ClinicId clinic, @Nullable ClientId client, boolean preview, Search search) {
        search.check();
        requireOwn(clinic, client, search.moving());
        Schedule schedule = read(clinic, search, search.from(), search.to());
        if (!schedule.house().portalOn() && !preview) {
            throw new NoSuchThing();
        }
        ZoneId zone = schedule.house().zone();
        if (!schedule.house().bookingOn()) {
            return new Offer(zone, noDay(search), null);
        }
        Instant now = clock.instant();
        var eligibility = Eligibility.of(clinic, client, schedule.treatment(), zone, visits, search.moving());
        var days = offered(schedule, eligibility, search.from(), search.to(), now);
        var next = days.stream().allMatch(day -> day.slots().isEmpty())
                ? ahead(clinic, search, schedule, eligibility, now)
                : Optional.<Slot>empty();
        return new Offer(zone, days, next.map(Slot::startsAt).orElse(null));
    }

    /** Or one could see through somebody else's appointment whether their time would be free. */
    private void requireOwn(ClinicId clinic, @Nullable ClientId client, @Nullable AppointmentId moving) {
        if (moving != null && (client == null || !visits.isTheirs(clinic, client, moving))) {
            throw new NoSuchThing();
        }
    }

    private Optional<Slot> ahead(
            ClinicId clinic, Search search, Schedule schedule, Eligibility eligibility, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, schedule.house().zone());
        LocalDate first = search.to().isBefore(today) ? today : search.to().plusDays(1);
        LocalDate last = today.plusDays(schedule.house().policy().horizonDays());
        if (first.isAfter(last)) {
            return Optional.empty();
        }
        return soonest(read(clinic, search, first, last), eligibility, first, last, now);
    }

    /** Looks at no more days than it must: it may be two years to the horizon. */
    private static Optional<Slot> soonest(
            Schedule schedule, Eligibility eligibility, LocalDate first, LocalDate last, Instant now) {
        LocalDate day = first;
        while (eligibility.prepared() && !day.isAfter(last)) {
            var found = SlotFinder.first(schedule, eligibility.firstAfter(day), last, now);
            LocalDate on = found.map(slot -> LocalDate.ofInstant(
                            slot.startsAt(), schedule.house().zone()))
                    .orElse(last);
            if (found.isEmpty() || eligibility.allows(on)) {
                return found;
            }
            day = on.plusDays(1);
        }
        return Optional.empty();
    }

    private static List<DaySlots> offered(
            Schedule schedule, Eligibility eligibility, LocalDate from, LocalDate to, Instant now) {
        return SlotFinder.find(schedule, from, to, now).stream()
                .map(day -> eligibility.allows(day.date()) ? day : new DaySlots(day.date(), List.of()))
                .toList();
    }

    private Schedule read(ClinicId clinic, Search search, LocalDate from, LocalDate to) {
        return schedules
                .read(
                        clinic,
                        new Query(
                                search.treatment(), search.practitioner(), from, to, search.holding(), search.moving()))
                .filter(found -> found.treatment().bookableOnline())
                .orElseThrow(NoSuchThing::new);
    }

    private static List<DaySlots> noDay(Search search) {
        return search.from()
                .datesUntil(search.to().plusDays(1))
                .map(day -> new DaySlots(day, List.of()))
                .toList();
    }

    /**
     * @param practitioner anybody who can do it, where absent
     * @param from first day, in the clinic's zone
     * @param to last day
     * @param holding a hold of the asker's own, which hides nothing from them
     * @param moving an appointment of the asker's own that is being moved
     */
    public record Search(
            TreatmentId treatment,
            @Nullable PractitionerId practitioner,
            LocalDate from,
            LocalDate to,
            @Nullable HoldId holding,
            @Nullable AppointmentId moving) {
        void check() {
            if (to.isBefore(from)) {
                throw new Invalid(List.of(new Violation("?to", "before_from", "The last day is before the first.")));
            }
            if (ChronoUnit.DAYS.between(from, to) >= LONGEST_DAYS) {
                throw new Invalid(List.of(
                        new Violation("?to", "range_too_long", "Ask for at most %d days.".formatted(LONGEST_DAYS))));
            }
        }
    }

    /**
     * @param zone the clinic's
     * @param next the soonest slot after the range, where the range has none
     */
    public record Offer(
            ZoneId zone, List<DaySlots> days, @Nullable Instant next) {}
}
