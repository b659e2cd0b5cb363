package clinic.portal.core.calendar;

import clinic.portal.core.catalogue.Practitioner;
import clinic.portal.core.catalogue.PractitionerId;
import clinic.portal.core.catalogue.Practitioners;
import clinic.portal.core.catalogue.Removal;
import clinic.portal.core.shared.NoSuchThing;
import clinic.portal.core.shared.Right;
import clinic.portal.core.shared.Viewer;
import java.time.Clock;
import java.util.List;

/** Practitioners leaving the clinic. */
public class Departures {
    private final Practitioners practitioners;
    private final Schedules schedules;
    private final BookedAhead booked;
    private final Clock clock;

    public Departures(Practitioners practitioners, Schedules schedules, BookedAhead booked, Clock clock) {
        this.practitioners = practitioners;
        this.schedules = schedules;
        this.booked = booked;
        this.clock = clock;
    }

    /** Appointments with somebody who leaves stay: they must be moved to somebody else, and are named. */
    public Departed remove(Viewer.Staff viewer, PractitionerId id) {
        var clinic = viewer.may(Right.CATALOGUE_WRITE).clinic();
        schedules.stopBooking(clinic);
        Practitioner leaving = practitioners.find(clinic, id).orElseThrow(NoSuchThing::new);
        return switch (practitioners.remove(clinic, leaving.id())) {
            case DELETED -> new Departed(Removal.DELETED, List.of());
            case ARCHIVED -> new Departed(Removal.ARCHIVED, booked.with(clinic, id, clock.instant()));
        };
    }

    /** @param outside appointments that nobody is there for any more */
    public record Departed(Removal removal, List<Booked> outside) {}
}
