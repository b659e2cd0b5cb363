package clinic.portal.core.calendar;

import clinic.portal.core.catalogue.PractitionerId;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.Ids;
import clinic.portal.core.shared.Invalid;
import clinic.portal.core.shared.Invalid.Violation;
import clinic.portal.core.shared.NoSuchThing;
import clinic.portal.core.shared.Page;
import clinic.portal.core.shared.PageRequest;
import clinic.portal.core.shared.Right;
import clinic.portal.core.shared.Viewer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Practitioners' time off. */
public class Absences {
    private final TimesOff timesOff;
    private final HoursBook hours;
    private final Schedules schedules;
    private final BookedAhead booked;
    private final Ids ids;
    private final Clock clock;

    public Absences(TimesOff timesOff, HoursBook hours, Schedules schedules, BookedAhead booked, Ids ids, Clock clock) {
        this.timesOff = timesOff;
        this.hours = hours;
        this.schedules = schedules;
        this.booked = booked;
        this.ids = ids;
        this.clock = clock;
    }

    public Page<TimeOff> list(Viewer.Staff viewer, PractitionerId practitioner, PageRequest page) {
        if (hours.find(viewer.may(Right.HOURS_READ).clinic(), practitioner).isEmpty()) {
            throw new NoSuchThing();
        }
        return timesOff.list(viewer.clinic(), practitioner, clock.instant(), page);
    }

    /**
     * Appointments within stay where they are: somebody has to talk to those clients.
     *
     * @throws Invalid where it ends before it begins, or is over
     */
    public Added add(
            Viewer.Staff viewer,
            PractitionerId practitioner,
            Instant startsAt,
            Instant endsAt,
            @Nullable String reason) {
        ClinicId clinic = viewer.may(Right.HOURS_WRITE).clinic();
        check(startsAt, endsAt);
        ZoneId zone = zone(clinic, practitioner);
        schedules.stopBooking(clinic);
        var timeOff = new TimeOff(new TimeOff.Id(ids.next()), practitioner, startsAt, endsAt, zone, reason);
        timesOff.add(clinic, timeOff);
        return new Added(timeOff, booked.with(clinic, practitioner, startsAt, endsAt, clock.instant()));
    }

    public void remove(Viewer.Staff viewer, PractitionerId practitioner, TimeOff.Id id) {
        schedules.stopBooking(viewer.may(Right.HOURS_WRITE).clinic());
        if (!timesOff.remove(viewer.clinic(), practitioner, id)) {
            throw new NoSuchThing();
        }
    }

    private void check(Instant startsAt, Instant endsAt) {
        var wrong = new ArrayList<Violation>();
        if (!endsAt.isAfter(startsAt)) {
            wrong.add(new Violation("/endsAt", "not_after_start", "Must be later than startsAt."));
        }
        if (!endsAt.isAfter(clock.instant())) {
            wrong.add(new Violation("/endsAt", "in_the_past", "Must be still to come."));
        }
        if (!wrong.isEmpty()) {
            throw new Invalid(wrong);
        }
    }

    /** The clinic's, which must have this practitioner. */
    private ZoneId zone(ClinicId clinic, PractitionerId practitioner) {
        return hours.find(clinic, practitioner).orElseThrow(NoSuchThing::new).zone();
    }

    /** @param outside appointments within the time off */
    public record Added(TimeOff timeOff, List<Booked> outside) {}
}
