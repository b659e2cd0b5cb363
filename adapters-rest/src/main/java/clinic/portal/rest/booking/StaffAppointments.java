package clinic.portal.rest.booking;

import clinic.portal.core.booking.DiaryEntry;
import clinic.portal.rest.api.model.CancelledBy;
import clinic.portal.rest.api.model.StaffAppointment;
import clinic.portal.rest.shared.Monies;
import clinic.portal.rest.shared.Zoned;

/** Appointments as the staff are shown them. */
public final class StaffAppointments {
    private StaffAppointments() {}

    public static StaffAppointment toDto(DiaryEntry entry) {
        var room = entry.room();
        var cancellation = entry.cancellation();
        return new StaffAppointment(
                entry.id().value(),
                AppointmentsResource.toDto(entry.client()),
                AppointmentsResource.toDto(entry.treatment()),
                AppointmentsResource.toDto(entry.practitioner()),
                room == null ? null : AppointmentsResource.toDto(room),
                Zoned.toDto(entry.startsAt(), entry.zone()),
                Zoned.toDto(entry.endsAt(), entry.zone()),
                entry.zone().getId(),
                AppointmentsResource.toDto(entry.status()),
                Monies.toDto(entry.price()),
                entry.notes(),
                cancellation == null
                        ? null
                        : switch (cancellation.by()) {
                            case CLIENT -> CancelledBy.CLIENT;
                            case STAFF -> CancelledBy.STAFF;
                        },
                cancellation == null ? null : cancellation.reason(),
                entry.overbooked() != null,
                entry.overbooked(),
                entry.version());
    }
}
