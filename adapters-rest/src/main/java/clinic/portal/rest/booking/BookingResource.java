package clinic.portal.rest.booking;

import clinic.portal.core.booking.MyCalendarFile;
import clinic.portal.core.calendar.Availability.Search;
import clinic.portal.core.calendar.HoldId;
import clinic.portal.core.catalogue.TreatmentId;
import clinic.portal.core.clinic.ClinicDirectory;
import clinic.portal.core.shared.AppointmentId;
import clinic.portal.rest.api.BookingApi;
import clinic.portal.rest.api.model.Appointment;
import clinic.portal.rest.api.model.Availability;
import clinic.portal.rest.api.model.BookAppointment;
import clinic.portal.rest.api.model.BookAsGuest;
import clinic.portal.rest.api.model.CancelAppointment;
import clinic.portal.rest.api.model.CreateHold;
import clinic.portal.rest.api.model.Hold;
import clinic.portal.rest.api.model.Prefill;
import clinic.portal.rest.api.model.PrefillToken;
import clinic.portal.rest.api.model.RedeemPrefillToken;
import clinic.portal.rest.api.model.RescheduleMyAppointment;
import clinic.portal.rest.login.Caller;
import clinic.portal.rest.shared.Attachments;
import io.smallrye.common.annotation.RunOnVirtualThread;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Free times, and booking, moving and cancelling, by clients and guests. */
@RunOnVirtualThread
public class BookingResource implements BookingApi {
    private final ClinicDirectory clinics;
    private final Offers offers;
    private final HoldDesk holds;
    private final Prefills prefills;
    private final Bookings bookings;
    private final MyCalendarFile calendar;
    private final Attachments attachments;
    private final Caller caller;

    BookingResource(
            ClinicDirectory clinics,
            Offers offers,
            HoldDesk holds,
            Prefills prefills,
            Bookings bookings,
            MyCalendarFile calendar,
            Attachments attachments,
            Caller caller) {
        this.clinics = clinics;
        this.offers = offers;
        this.holds = holds;
        this.prefills = prefills;
        this.bookings = bookings;
        this.calendar = calendar;
        this.attachments = attachments;
        this.caller = caller;
    }

    @Override
    public Availability findAvailability(
            String slug,
            UUID treatmentId,
            LocalDate from,
            LocalDate to,
            @Nullable UUID practitionerId,
            @Nullable UUID holdId,
            @Nullable UUID appointmentId) {
        var search = new Search(
                new TreatmentId(treatmentId),
                Wishes.practitioner(practitionerId),
                from,
                to,
                Wishes.hold(holdId),
                appointmentId == null ? null : new AppointmentId(appointmentId));
        return offers.find(clinics.require(slug), search);
    }

    @Override
    public Hold createHold(String slug, CreateHold body, @Nullable String idempotencyKey) {
        return holds.hold(clinics.require(slug), body, idempotencyKey);
    }

    @Override
    public void releaseHold(String slug, UUID holdId) {
        holds.release(clinics.require(slug), new HoldId(holdId));
    }

    @Override
    public PrefillToken createPrefillToken() {
        return prefills.create(caller.client());
    }

    @Override
    public Prefill redeemPrefillToken(String slug, RedeemPrefillToken body) {
        return prefills.redeem(clinics.require(slug), body.token());
    }

    @Override
    public Appointment bookAsGuest(String slug, BookAsGuest body, @Nullable String idempotencyKey) {
        return bookings.bookAsGuest(clinics.require(slug), body, idempotencyKey);
    }

    @Override
    public Appointment bookMyAppointment(BookAppointment body, @Nullable String idempotencyKey) {
        return bookings.book(caller.client(), body, idempotencyKey);
    }

    @Override
    public Appointment cancelMyAppointment(UUID id, @Nullable String idempotencyKey, @Nullable CancelAppointment body) {
        return bookings.cancel(caller.client(), new AppointmentId(id), body, idempotencyKey);
    }

    @Override
    public Appointment rescheduleMyAppointment(UUID id, RescheduleMyAppointment body, @Nullable String idempotencyKey) {
        return bookings.move(caller.client(), new AppointmentId(id), body, idempotencyKey);
    }

    @Override
    public String getMyAppointmentCalendar(UUID id) {
        String file = calendar.write(caller.client(), new AppointmentId(id));
        attachments.name("appointment.ics");
        return file;
    }
}
