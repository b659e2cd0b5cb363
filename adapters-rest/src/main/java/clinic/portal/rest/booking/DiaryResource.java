package clinic.portal.rest.booking;

import clinic.portal.core.booking.Attendance;
import clinic.portal.core.booking.Diary;
import clinic.portal.core.booking.DiaryBooking;
import clinic.portal.core.booking.DiaryChanges;
import clinic.portal.core.booking.DiaryEntry;
import clinic.portal.core.shared.AppointmentId;
import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.Viewer;
import clinic.portal.rest.api.DiaryApi;
import clinic.portal.rest.api.model.AppointmentStatus;
import clinic.portal.rest.api.model.CancelAppointment;
import clinic.portal.rest.api.model.CreateAppointment;
import clinic.portal.rest.api.model.RescheduleAppointment;
import clinic.portal.rest.api.model.StaffAppointment;
import clinic.portal.rest.api.model.StaffAppointmentPage;
import clinic.portal.rest.login.Caller;
import clinic.portal.rest.shared.Cursors;
import clinic.portal.rest.shared.Once;
import clinic.portal.rest.shared.Versions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Clients' appointments, for the staff. */
@RunOnVirtualThread
public class DiaryResource implements DiaryApi {
    private final Diary diary;
    private final DiaryBooking booking;
    private final DiaryChanges changes;
    private final Attendance attendance;
    private final Caller caller;
    private final Once once;
    private final Versions versions;

    DiaryResource(
            Diary diary,
            DiaryBooking booking,
            DiaryChanges changes,
            Attendance attendance,
            Caller caller,
            Once once,
            Versions versions) {
        this.diary = diary;
        this.booking = booking;
        this.changes = changes;
        this.attendance = attendance;
        this.caller = caller;
        this.once = once;
        this.versions = versions;
    }

    @Override
    public StaffAppointmentPage listAppointments(
            LocalDate from,
            LocalDate to,
            @Nullable List<UUID> practitionerId,
            @Nullable List<AppointmentStatus> status,
            @Nullable UUID clientId,
            @Nullable Integer limit,
            @Nullable String cursor) {
        var filter = Wishes.filter(practitionerId, status, clientId);
        var page = diary.list(caller.staff(), from, to, filter, Cursors.page(limit, cursor));
        return new StaffAppointmentPage(
                page.items().stream().map(StaffAppointments::toDto).toList(), Cursors.write(page.next()));
    }

    @Override
    public StaffAppointment getAppointment(UUID id) {
        var entry = diary.show(caller.staff(), new AppointmentId(id));
        versions.tag(entry.version());
        return StaffAppointments.toDto(entry);
    }

    @Override
    public StaffAppointment createAppointment(CreateAppointment body, @Nullable String idempotencyKey) {
        var viewer = caller.staff();
        return once(
                viewer,
                idempotencyKey,
                body,
                () -> booking.book(viewer, new ClientId(body.clientId()), Wishes.read(body), Wishes.manner(body)));
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

    @Override
    public StaffAppointment arriveAppointment(UUID id, @Nullable String idempotencyKey) {
        return note(id, idempotencyKey, attendance::arrive);
    }

    @Override
    public StaffAppointment completeAppointment(UUID id, @Nullable String idempotencyKey) {
        return note(id, idempotencyKey, attendance::complete);
    }

    @Override
    public StaffAppointment markNoShow(UUID id, @Nullable String idempotencyKey) {
        return note(id, idempotencyKey, attendance::miss);
    }

    @Override
    public StaffAppointment reopenAppointment(UUID id, @Nullable String idempotencyKey) {
        return note(id, idempotencyKey, attendance::reopen);
    }

    private StaffAppointment note(
            UUID id, @Nullable String key, BiFunction<Viewer.Staff, AppointmentId, DiaryEntry> act) {
        var viewer = caller.staff();
        return once(viewer, key, null, () -> act.apply(viewer, new AppointmentId(id)));
    }

    private StaffAppointment once(
            Viewer.Staff viewer, @Nullable String key, @Nullable Object body, Supplier<DiaryEntry> work) {
        return once.answer(viewer, key, body, StaffAppointment.class, () -> StaffAppointments.toDto(work.get()));
    }
}
