package clinic.portal.core.calendar;

import clinic.portal.core.catalogue.PractitionerId;
import clinic.portal.core.catalogue.Practitioners;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.Ids;
import clinic.portal.core.shared.NoSuchThing;
import clinic.portal.core.shared.Page;
import clinic.portal.core.shared.PageRequest;
import clinic.portal.core.shared.Viewer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Practitioners' time off. */
public class Absences {
    private final TimesOff timesOff;
    private final Practitioners practitioners;
    private final Schedules schedules;
    private final BookedAhead booked;
    private final Ids ids;
    private final Clock clock;

    public Absences(
            TimesOff timesOff,
            Practitioners practitioners,
            Schedules schedules,
            BookedAhead booked,
            Ids ids,
            Clock clock) {
        this.timesOff = timesOff;
        this.practitioners = practitioners;
        this.schedules = schedules;
        this.booked = booked;
        this.ids = ids;
        this.clock = clock;
    }

    public Page<TimeOff> list(Viewer.Staff viewer, PractitionerId practitioner, PageRequest page) {
        require(viewer.clinic(), practitioner);
        return timesOff.list(viewer.clinic(), practitioner, clock.instant(), page);
    }

    /**
     * Appointments within stay where they are: somebody has to talk to those clients.
     *
     * @param startsAt before {@code endsAt}
     */
    public Added add(
            Viewer.Staff viewer,
            PractitionerId practitioner,
            Instant startsAt,
            Instant endsAt,
            @Nullable String reason) {
        ClinicId clinic = viewer.leading().clinic();
        require(clinic, practitioner);
        schedules.stopBooking(clinic);
        var timeOff = new TimeOff(new TimeOff.Id(ids.next()), practitioner, startsAt, endsAt, reason);
        timesOff.add(clinic, timeOff);
        return new Added(timeOff, booked.with(clinic, practitioner, startsAt, endsAt, clock.instant()));
    }

    public void remove(Viewer.Staff viewer, PractitionerId practitioner, TimeOff.Id id) {
        schedules.stopBooking(viewer.leading().clinic());
        if (!timesOff.remove(viewer.clinic(), practitioner, id)) {
            throw new NoSuchThing();
        }
    }

    private void require(ClinicId clinic, PractitionerId practitioner) {
        if (practitioners.find(clinic, practitioner).isEmpty()) {
            throw new NoSuchThing();
        }
    }

    /** @param outside appointments within the time off */
    public record Added(TimeOff timeOff, List<Booked> outside) {}
}
