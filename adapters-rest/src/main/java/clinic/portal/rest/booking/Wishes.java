package clinic.portal.rest.booking;

import clinic.portal.core.booking.DiaryBooking.Manner;
import clinic.portal.core.booking.DiaryEntries.Filter;
import clinic.portal.core.booking.Guest;
import clinic.portal.core.booking.Move;
import clinic.portal.core.booking.Wish;
import clinic.portal.core.calendar.HoldId;
import clinic.portal.core.catalogue.PractitionerId;
import clinic.portal.core.catalogue.TreatmentId;
import clinic.portal.core.packages.PackageId;
import clinic.portal.core.shared.ClientId;
import clinic.portal.rest.api.model.AppointmentStatus;
import clinic.portal.rest.api.model.BookAppointment;
import clinic.portal.rest.api.model.BookAsGuest;
import clinic.portal.rest.api.model.CreateAppointment;
import clinic.portal.rest.api.model.CreateHold;
import clinic.portal.rest.api.model.GuestContact;
import clinic.portal.rest.api.model.Overbook;
import clinic.portal.rest.api.model.RescheduleAppointment;
import clinic.portal.rest.api.model.RescheduleMyAppointment;
import clinic.portal.rest.shared.Zoned;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
        return new Move(
                Zoned.second(body.startsAt()), practitioner(body.practitionerId()), null, reason(body.overbook()));
    }

    static Wish read(CreateAppointment body) {
        return new Wish(
                new TreatmentId(body.treatmentId()),
                practitioner(body.practitionerId()),
                Zoned.second(body.startsAt()),
                hold(body.holdId()),
                pack(body.packageId()),
                body.notes());
    }

    static Manner manner(CreateAppointment body) {
        return new Manner(reason(body.overbook()), !Boolean.FALSE.equals(body.notifyClient()));
    }

    static Filter filter(
            @Nullable List<UUID> practitioners, @Nullable List<AppointmentStatus> statuses, @Nullable UUID client) {
        return new Filter(
                practitioners == null
                        ? Set.of()
                        : practitioners.stream().map(PractitionerId::new).collect(Collectors.toSet()),
                statuses == null
                        ? Set.of()
                        : statuses.stream().map(Wishes::status).collect(Collectors.toSet()),
                client == null ? null : new ClientId(client));
    }

    private static clinic.portal.core.booking.AppointmentStatus status(AppointmentStatus status) {
        return switch (status) {
            case BOOKED -> clinic.portal.core.booking.AppointmentStatus.BOOKED;
            case ARRIVED -> clinic.portal.core.booking.AppointmentStatus.ARRIVED;
            case COMPLETED -> clinic.portal.core.booking.AppointmentStatus.COMPLETED;
            case CANCELLED -> clinic.portal.core.booking.AppointmentStatus.CANCELLED;
            case NO_SHOW -> clinic.portal.core.booking.AppointmentStatus.NO_SHOW;
        };
    }

    private static @Nullable String reason(@Nullable Overbook overbook) {
        return overbook == null ? null : overbook.reason();
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
