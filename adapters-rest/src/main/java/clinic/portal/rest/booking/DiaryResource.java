package clinic.portal.rest.booking;

import clinic.portal.core.booking.DiaryChanges;
import clinic.portal.core.booking.DiaryEntry;
import clinic.portal.core.shared.AppointmentId;
import clinic.portal.core.shared.Viewer;
import clinic.portal.rest.api.DiaryApi;
import clinic.portal.rest.api.model.CancelAppointment;
import clinic.portal.rest.api.model.CancelledBy;
import clinic.portal.rest.api.model.RescheduleAppointment;
import clinic.portal.rest.api.model.StaffAppointment;
import clinic.portal.rest.login.Caller;
import clinic.portal.rest.shared.Monies;
import clinic.portal.rest.shared.Once;
import clinic.portal.rest.shared.Zoned;
import io.smallrye.common.annotation.RunOnVirtualThread;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Clients' appointments, for the staff. */
@RunOnVirtualThread
public class DiaryResource implements DiaryApi {
    private final DiaryChanges changes;
    private final Caller caller;
    private final Once once;

    DiaryResource(DiaryChanges changes, Caller caller, Once once) {
        this.changes = changes;
        this.caller = caller;
        this.once = once;
    }

    @Override
    public StaffAppointment cancelAppointment(
            UUID id, @Nullable String idempotencyKey, @Nullable CancelAppointment body) {
        var viewer = caller.staff();
        String reason = body == null ? null : body.reason();
        return once(
                viewer,
                idempotencyKey,
                new CancelAppointment(reason),
                () -> changes.cancel(viewer, new AppointmentId(id), reason));
    }

    @Override
    public StaffAppointment rescheduleAppointment(
            UUID id, RescheduleAppointment body, @Nullable String idempotencyKey) {
        var viewer = caller.staff();
        return once(viewer, idempotencyKey, body, () -> changes.move(viewer, new AppointmentId(id), Wishes.read(body)));
    }

    private StaffAppointment once(Viewer.Staff viewer, @Nullable String key, Object body, Supplier<DiaryEntry> work) {
        return once.answer(
                viewer.clinic(), viewer.id().toString(), key, body, StaffAppointment.class, () -> toDto(work.get()));
    }

    static StaffAppointment toDto(DiaryEntry entry) {
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
                entry.version());
    }
}
