package clinic.portal.core.booking;

import clinic.portal.core.booking.AppointmentView.Named;
import clinic.portal.core.booking.Placing.Found;
import clinic.portal.core.shared.AppointmentId;
import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.Ids;
import clinic.portal.core.shared.Invalid;
import clinic.portal.core.shared.Invalid.Violation;
import clinic.portal.core.shared.Viewer;
import java.util.List;

/** Booking, in the three ways there are; from where it is known who books, all three are one. */
public class Booking {
    private final Placing placing;
    private final AppointmentBook book;
    private final Bookers bookers;
    private final Ids ids;

    public Booking(Placing placing, AppointmentBook book, Bookers bookers, Ids ids) {
        this.placing = placing;
        this.book = book;
        this.bookers = bookers;
        this.ids = ids;
    }

    /** By somebody who has logged in. */
    public AppointmentView book(Viewer.Client viewer, Wish wish) {
        var clinic = viewer.acting().clinic();
        return enter(clinic, viewer.client(), placing.offered(clinic, wish), wish);
    }

    /** By somebody whose details were filled in for them. */
    public AppointmentView bookByGrant(ClinicId clinic, String grant, Wish wish) {
        ClientId client = bookers.byGrant(clinic, grant);
        return enter(clinic, client, placing.offered(clinic, wish), wish);
    }

    /**
     * By anybody. Nothing in the answer tells whether the clinic knew them.
     *
     * @throws Invalid for an address or a number that is none, and for a package: those are of people who are known
     * @throws LoginRequired for a treatment whose conditions are a matter between client and clinic
     */
    public AppointmentView bookAsGuest(ClinicId clinic, Guest guest, Wish wish) {
        if (wish.pack() != null) {
            throw new Invalid(List.of(new Violation(
                    "/packageId", "grant_required", "A package is used with a session or a grant, not by hand.")));
        }
        var reachable = bookers.read(clinic, guest);
        Found found = placing.offered(clinic, wish);
        if (found.treatment().loginRequired()) {
            throw new LoginRequired();
        }
        return enter(clinic, bookers.byContact(clinic, reachable), found, wish);
    }

    private AppointmentView enter(ClinicId clinic, ClientId client, Found found, Wish wish) {
        placing.requireEligible(clinic, client, found, null);
        var appointment = found.appointment(new AppointmentId(ids.next()), client, wish);
        book.enter(clinic, appointment, wish);
        return view(appointment, found);
    }

    static AppointmentView view(Appointment appointment, Found found) {
        return new AppointmentView(
                appointment.id(),
                new Named(
                        appointment.treatment().value(),
                        found.treatment().plan().name()),
                new Named(appointment.place().practitioner().value(), found.practitionerName()),
                appointment.place().startsAt(),
                appointment.place().endsAt(),
                appointment.zone(),
                appointment.status(),
                appointment.terms().price(),
                appointment.terms().notice(),
                appointment.version(),
                appointment.notes());
    }
}
