package clinic.portal.core.calendar;

import clinic.portal.core.calendar.HoursBook.Versioned;
import clinic.portal.core.catalogue.PractitionerId;
import clinic.portal.core.shared.NoSuchThing;
import clinic.portal.core.shared.Outdated;
import clinic.portal.core.shared.Right;
import clinic.portal.core.shared.Viewer;
import java.time.Clock;
import java.util.List;

/** The hours that practitioners work. */
public class Hours {
    private final HoursBook hours;
    private final Schedules schedules;
    private final BookedAhead booked;
    private final Clock clock;

    public Hours(HoursBook hours, Schedules schedules, BookedAhead booked, Clock clock) {
        this.hours = hours;
        this.schedules = schedules;
        this.booked = booked;
        this.clock = clock;
    }

    public Versioned show(Viewer.Staff viewer, PractitionerId practitioner) {
        return find(viewer.may(Right.HOURS_READ), practitioner);
    }

    /**
     * Appointments stay where they are, whatever the new hours are.
     *
     * @param version the one that the caller has read
     * @throws Outdated where it is no longer that
     */
    public Changed replace(Viewer.Staff viewer, PractitionerId practitioner, int version, WorkingHours wanted) {
        schedules.stopBooking(viewer.may(Right.HOURS_WRITE).clinic());
        var before = find(viewer, practitioner);
        if (!hours.replace(viewer.clinic(), practitioner, version, wanted)) {
            throw new Outdated();
        }
        var outside = booked.with(viewer.clinic(), practitioner, clock.instant()).stream()
                .filter(each -> !wanted.covers(each.startsAt(), each.endsAt(), before.zone()))
                .toList();
        return new Changed(new Versioned(wanted, version + 1, before.zone()), outside);
    }

    private Versioned find(Viewer.Staff viewer, PractitionerId practitioner) {
        return hours.find(viewer.clinic(), practitioner).orElseThrow(NoSuchThing::new);
    }

    /** @param outside appointments that are not within the hours */
    public record Changed(Versioned hours, List<Booked> outside) {}
}
