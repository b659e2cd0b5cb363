package clinic.portal.rest.booking;

import clinic.portal.core.calendar.Availability.Offer;
import clinic.portal.core.calendar.Availability.Search;
import clinic.portal.core.calendar.DaySlots;
import clinic.portal.core.catalogue.PractitionerId;
import clinic.portal.core.login.SessionRequired;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.rest.api.model.Availability;
import clinic.portal.rest.api.model.AvailableDay;
import clinic.portal.rest.api.model.Slot;
import clinic.portal.rest.login.Caller;
import clinic.portal.rest.shared.Zoned;
import jakarta.inject.Singleton;
import java.time.ZoneId;

/** Free times, for clients and for strangers. */
@Singleton
class Offers {
    private final clinic.portal.core.calendar.Availability availability;
    private final Caller caller;

    Offers(clinic.portal.core.calendar.Availability availability, Caller caller) {
        this.availability = availability;
        this.caller = caller;
    }

    /** @throws SessionRequired for moving an appointment of nobody's */
    Availability find(ClinicId clinic, Search search) {
        // Somebody else's client is a stranger here.
        var client = caller.clientIfAny().filter(viewer -> viewer.clinic().equals(clinic));
        if (search.moving() != null && client.isEmpty()) {
            throw new SessionRequired();
        }
        return toDto(client.map(viewer -> availability.find(viewer, search))
                .orElseGet(() -> availability.find(clinic, null, search)));
    }

    private static Availability toDto(Offer offer) {
        var next = offer.next();
        return new Availability(
                offer.zone().getId(),
                offer.days().stream()
                        .filter(day -> !day.slots().isEmpty())
                        .map(day -> toDto(day, offer.zone()))
                        .toList(),
                next == null ? null : Zoned.toDto(next, offer.zone()));
    }

    private static AvailableDay toDto(DaySlots day, ZoneId zone) {
        return new AvailableDay(
                day.date(),
                day.slots().stream()
                        .map(slot -> new Slot(
                                Zoned.toDto(slot.startsAt(), zone),
                                slot.practitioners().stream()
                                        .map(PractitionerId::value)
                                        .toList()))
                        .toList());
    }
}
