package clinic.portal.rest.booking;

import clinic.portal.core.booking.Guest;
import clinic.portal.core.booking.Move;
import clinic.portal.core.booking.Wish;
import clinic.portal.core.calendar.HoldId;
import clinic.portal.core.catalogue.PractitionerId;
import clinic.portal.core.catalogue.TreatmentId;
import clinic.portal.core.packages.PackageId;
import clinic.portal.rest.api.model.BookAppointment;
import clinic.portal.rest.api.model.BookAsGuest;
import clinic.portal.rest.api.model.CreateHold;
import clinic.portal.rest.api.model.GuestContact;
import clinic.portal.rest.api.model.RescheduleAppointment;
import clinic.portal.rest.api.model.RescheduleMyAppointment;
import clinic.portal.rest.shared.Zoned;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What callers would like, as the core understands it. */
final class Wishes {
    private Wishes() {}

    static Wish read(CreateHold body) {
        return new Wish(
                new TreatmentId(body.treatmentId()),
                practitioner(body.practitionerId()),
                body.startsAt().toInstant(),
                hold(body.holdId()),
                null,
                null);
    }

    static Wish read(BookAppointment body) {
        return new Wish(
                new TreatmentId(body.treatmentId()),
                practitioner(body.practitionerId()),
                body.startsAt().toInstant(),
                hold(body.holdId()),
                pack(body.packageId()),
                body.notes());
    }

    static Wish read(BookAsGuest body) {
        return new Wish(
                new TreatmentId(body.treatmentId()),
                practitioner(body.practitionerId()),
                body.startsAt().toInstant(),
                hold(body.holdId()),
                pack(body.packageId()),
                body.notes());
    }

    static Move read(RescheduleMyAppointment body) {
        return new Move(body.startsAt().toInstant(), practitioner(body.practitionerId()), hold(body.holdId()));
    }

    static Move read(RescheduleAppointment body) {
        return new Move(Zoned.second(body.startsAt()), practitioner(body.practitionerId()), null);
    }

    static Guest read(GuestContact contact) {
        return new Guest(contact.name(), contact.email(), contact.phone());
    }

    static @Nullable PractitionerId practitioner(@Nullable UUID id) {
        return id == null ? null : new PractitionerId(id);
    }

    private static @Nullable PackageId pack(@Nullable UUID id) {
        return id == null ? null : new PackageId(id);
    }

    static @Nullable HoldId hold(@Nullable UUID id) {
        return id == null ? null : new HoldId(id);
    }
}
